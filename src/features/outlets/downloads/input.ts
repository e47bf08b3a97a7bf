import { z } from 'zod'
import { developmentFilter } from '@/features/register/developments/input'
import { documentFilter } from '@/features/register/documents/input'
import { sourceFilter } from '@/features/register/evidence/input'
import { changeFilter } from '@/features/register/history/input'
import { unreadByPrograms, writeProgramFilter } from '@/features/register/projects/input'
import { type Language, languageOfPrefix } from '@/i18n/language'
import { type AddressQuery, lenient, unreadParameters } from '@/i18n/parameter'
import { type Format, formats, type TableName, tableNames } from './model/table'

const parameters = {
  /** `0`: CSV without the byte order mark that Excel needs. */
  bom: z.enum(['0', '1']),
  /** One subject alone, by its reference or slug; the list's filter is then left out of account. */
  reference: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/),
  /** The language of the sheet for reading, as pages' addresses name it. */
  lang: z.enum(['tc', 'sc', 'en']),
}

const asked = z.object({
  bom: lenient(parameters.bom),
  reference: lenient(parameters.reference),
  lang: lenient(parameters.lang),
})

/** What cannot be read as the filter of a list, where it has one. */
const unreadInFilter: Partial<Record<TableName, (query: AddressQuery) => string[]>> = {
  projects: unreadByPrograms,
  documents: documentFilter.unread,
  developments: developmentFilter.unread,
  sources: sourceFilter.unread,
  revisions: changeFilter.unread,
}

/**
 * The parameters of a file's address that cannot be read. Such an address is refused: its file would be kept as the
 * answer to another question. A place in the list (`after`) means nothing to a file, which holds all of it.
 */
export function unreadIn(table: TableName, query: AddressQuery): string[] {
  const ofList = unreadInFilter[table]?.(query) ?? []
  return [...unreadParameters(parameters, query), ...ofList].filter(
    (name) => name !== 'after' && name !== 'before',
  )
}

/** What the address of a file says besides the list's own filter. */
export function readFileParameters(params: AddressQuery): {
  hasMark: boolean
  reference: string | null
  language: Language
} {
  const { bom, reference, lang = 'tc' } = asked.parse(params)
  return {
    hasMark: bom !== '0',
    reference: reference ?? null,
    language: languageOfPrefix(lang) ?? 'zh-Hant',
  }
}

/** The list and the form that a file's name asks for (`projects.csv`); null for a name that is none of ours. */
export function readFileName(name: string): { table: TableName; format: Format } | null {
  const [table, format, ...more] = name.split('.')
  const known = z.object({ table: z.enum(tableNames), format: z.enum(formats) })
  const read = known.safeParse({ table, format })
  return read.success && more.length === 0 ? read.data : null
}

/** What the address of a file asks for the whole of a list with. */
export function wholeOf(table: TableName): Record<string, string> {
  return table === 'projects' ? writeProgramFilter({}) : {}
}
