import { archiveName } from '@/features/outlets/downloads/model/table'
import { openArchive } from '@/features/outlets/downloads/queries/find-archive'
import { answered, preflight, problem, queryOf } from '@/server/http/answer'

export const dynamic = 'force-dynamic'
export const OPTIONS = preflight

/** The archive of the whole register as it lies ready: at most some seconds behind the last publication. */
export async function GET(request: Request): Promise<Response> {
  if (queryOf(request).at !== undefined) {
    return problem(400, 'Bad request', 'The archive is of the present only: leave out at.')
  }
  const opened = await openArchive()
  if (!opened) {
    return problem(503, 'Not ready yet', 'The archive is being made. Please try again in a minute.')
  }
  const { archive, body } = opened
  const answer = answered(request, body, {
    type: 'application/zip',
    keep: 'latest',
    tag: archive.sha256,
    file: archiveName,
  })
  if (answer.status === 200) answer.headers.set('Content-Length', String(archive.bytes))
  return answer
}
