import { createHash } from 'node:crypto'
import { refusedMoment } from '@/app/[locale]/refused-moment'
import { dictionaryFile } from '@/features/outlets/downloads/formats/dictionary'
import { readFileName, unreadIn } from '@/features/outlets/downloads/input'
import { dictionaryName, type Format, tellsDays } from '@/features/outlets/downloads/model/table'
import { askList } from '@/features/outlets/downloads/queries/write-list'
import { environment } from '@/server/environment'
import {
  answered,
  preflight,
  problem,
  queryOf,
  unchanged,
  wholeQueryOf,
} from '@/server/http/answer'

export const dynamic = 'force-dynamic'
export const OPTIONS = preflight

type Props = { params: Promise<{ file: string }> }

const contentTypes: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
}

/**
 * A list to take away, such as `/data/projects.csv`: all that the filter in the address finds, as the list's own
 * page reads it, now, at a past moment, or as things stood on a day. What cannot be read is refused, where the page
 * drops it and shows what it answers: the file would be kept as the answer to another question.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { file } = await params
  if (file === dictionaryName) return dictionary(request)
  const name = readFileName(file)
  if (!name) return problem(404, 'Not found', `There is no file of the name ${file} here.`)
  const wrong = await refusedMoment(request, { tellsDays: tellsDays(name.table) })
  if (wrong) return wrong
  const unread = unreadIn(name.table, wholeQueryOf(request))
  if (unread.length > 0) {
    return problem(400, 'Bad request', `What ${unread.join(', ')} asks for cannot be read.`)
  }
  const asked = await askList(name.table, name.format, queryOf(request))
  const known = unchanged(request, { keep: 'latest', tag: asked.tag })
  if (known) return known
  const { bytes, tag, name: kept } = await asked.write()
  return answered(request, bytes, {
    type: contentTypes[name.format],
    keep: 'latest',
    tag,
    file: kept,
    headers: { Link: `<${environment().DATA_LICENCE.url}>; rel="license"` },
  })
}

function dictionary(request: Request): Response {
  const text = dictionaryFile('en')
  const tag = createHash('sha256').update(text).digest('hex').slice(0, 24)
  return answered(request, text, {
    type: 'text/markdown; charset=utf-8',
    keep: 'latest',
    tag,
    file: dictionaryName,
  })
}
