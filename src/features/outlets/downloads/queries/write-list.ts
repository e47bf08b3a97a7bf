import 'server-only'
import { createHash } from 'node:crypto'
import { listCities } from '@/features/register/cities/queries'
import { developmentFilter } from '@/features/register/developments/input'
import { documentFilter } from '@/features/register/documents/input'
import { countDocumentsNotItemised } from '@/features/register/documents/queries/not-itemised'
import { sourceFilter } from '@/features/register/evidence/input'
import { changeFilter } from '@/features/register/history/input'
import type { Moment } from '@/features/register/log/model'
import { atMoment, findMoment } from '@/features/register/log/queries/moment'
import { headRevision } from '@/features/register/log/queries/revisions'
import { findDay } from '@/features/register/log/queries/standing'
import {
  projectFilter,
  readProgramFilter,
  writeProgramFilter,
} from '@/features/register/projects/input'
import { countProjectsNotItemised } from '@/features/register/projects/queries/not-itemised'
import { hongKongDay } from '@/i18n/formats'
import { type Language, languages } from '@/i18n/language'
import { now } from '@/server/clock'
import { environment } from '@/server/environment'
import { csvFile } from '../formats/csv-file'
import { dictionaryFile } from '../formats/dictionary'
import { jsonFile } from '../formats/json-file'
import { workbookFile } from '../formats/workbook'
import { readFileParameters } from '../input'
import { isReadable } from '../model/readable'
import type { FileFacts, Format, TableName } from '../model/table'
import { fileNameOf } from './file-name'
import { readReadable } from './read-readable'
import { type Head, type Parameters, readAtOneHead, readTable } from './read-table'

/** A list as an address asks for it. */
type AskedList = {
  /** What tells one content from another: the question, the head of the log, and the form of the files. */
  tag: string
  /** Reads and writes it. Expensive: check first whether the client has the file of this tag. */
  write(): Promise<{ bytes: Uint8Array<ArrayBuffer>; tag: string; name: string }>
}

/** A list in a form, as an address asks for it: its filter, `reference`, `bom`, `lang`, and `at` or `on`. */
export async function askList(
  table: TableName,
  format: Format,
  params: Parameters,
): Promise<AskedList> {
  const moment = await findMoment(params.at)
  const standing = await findDay(params)
  const filter = filterOf(table, params)
  const { hasMark, language } = readFileParameters(params)
  const address = addressOf(table, format, {
    ...filter,
    ...(moment ? { at: moment.at } : {}),
    ...(standing ? { on: standing.on } : {}),
  })
  const asked = JSON.stringify([address, hasMark, language, filesEdition()])
  const question = createHash('sha256').update(asked).digest('hex').slice(0, 16)
  const tagAt = (head: number) => `${head}-${question}`
  const head = await atMoment(moment, headRevision)
  return {
    tag: tagAt(head?.number ?? 0),
    write: async () => {
      const read = async (head: Head | null) => {
        const facts = await factsOf(table, address, {
          moment,
          on: standing?.on ?? null,
          head,
          params,
        })
        const rows = readTable(table, params)
        const bytes =
          format === 'xlsx'
            ? await workbookFile(facts, rows, await readableOf(table, params, language))
            : await writeAs(format, facts, rows, hasMark)
        const day = standing ? `on-${standing.on}` : hongKongDay(facts.asAt ?? now())
        return { facts, bytes, name: await fileNameOf(table, format, filter, day) }
      }
      const { facts, bytes, name } = await atMoment(moment ?? standing, () => readAtOneHead(read), {
        search: filter.q !== undefined,
      })
      return { name, bytes: new Uint8Array(bytes), tag: tagAt(facts.head) }
    },
  }
}

/** The sheet for reading; null for a list that has none. */
async function readableOf(table: TableName, params: Parameters, language: Language) {
  if (!isReadable(table)) return null
  const cities = Object.fromEntries((await listCities()).map(({ code, name }) => [code, name]))
  return { rows: readReadable(table, params), reading: { language, cities } }
}

/** Writes rows in a form that holds nothing else. @param hasMark of CSV, whether it begins with the byte order mark. */
export function writeAs(
  format: Exclude<Format, 'xlsx'>,
  facts: FileFacts,
  rows: ReturnType<typeof readTable>,
  hasMark: boolean,
): Promise<Buffer> {
  switch (format) {
    case 'csv':
      return csvFile(facts.table, rows, { hasMark })
    case 'json':
      return jsonFile(facts, rows)
  }
}

type FactsAsked = {
  moment: Moment | null
  /** The day of which it tells how things stood. */
  on: string | null
  head: Head | null
  params: Parameters
}

/** What a file of a list says of itself. */
export async function factsOf(
  table: TableName,
  address: string,
  { moment, on, head, params }: FactsAsked,
): Promise<FileFacts> {
  return {
    table,
    address,
    asAt: moment?.instant ?? null,
    on,
    head: head?.number ?? 0,
    headRecordedAt: head?.recordedAt ?? null,
    notItemised: await notItemisedIn(table, params),
  }
}

/** How many announced items could belong to a list as well; none to one subject alone. */
async function notItemisedIn(table: TableName, params: Parameters): Promise<number> {
  if (readFileParameters(params).reference !== null) return 0
  switch (table) {
    case 'projects':
      return countProjectsNotItemised(readProgramFilter(params))
    case 'documents':
      return countDocumentsNotItemised(documentFilter.read(params))
    case 'fields':
      return countProjectsNotItemised({ itemised: 'yes' })
    case 'organisations':
      return countDocumentsNotItemised({ itemised: 'yes' })
    default:
      return 0
  }
}

/** The address of a list as a file, without what means nothing there. */
export function addressOf(table: TableName, format: Format, query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString()
  return `${environment().BASE_URL}/data/${table}.${format}${search && `?${search}`}`
}

/** The list's own filter, without the place in the list: a file holds all of it. Or the one subject. */
function filterOf(table: TableName, params: Parameters): Record<string, string> {
  const { reference } = readFileParameters(params)
  if (table === 'revisions') {
    const filter = changeFilter.begun(changeFilter.read(params))
    return reference !== null && filter.kind
      ? { kind: filter.kind, reference }
      : changeFilter.write(filter)
  }
  if (reference !== null) return { reference }
  if (table === 'documents') {
    return documentFilter.write(documentFilter.begun(documentFilter.read(params)))
  }
  if (table === 'developments') {
    return developmentFilter.write(developmentFilter.begun(developmentFilter.read(params)))
  }
  if (table === 'sources') {
    return sourceFilter.write(sourceFilter.begun(sourceFilter.read(params)))
  }
  if (table !== 'projects') return {}
  return writeProgramFilter(projectFilter.begun(readProgramFilter(params)))
}

let knownEdition: string | undefined

/** What tells the files of one release of the program from those of another, of the same content. */
export function filesEdition(): string {
  if (knownEdition) return knownEdition
  const { BASE_URL, DATA_LICENCE } = environment()
  const hash = createHash('sha256').update(BASE_URL).update(JSON.stringify(DATA_LICENCE))
  for (const language of languages) hash.update(dictionaryFile(language))
  knownEdition = hash.digest('hex').slice(0, 12)
  return knownEdition
}
