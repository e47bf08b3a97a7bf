import { z } from 'zod'
import { writeProgramFilter } from '@/features/register/projects/input'
import { type Language, languageOfPrefix } from '@/i18n/language'
import { type AddressQuery, lenient } from '@/i18n/parameter'
import { type Format, formats, type TableName, tableNames } from './model/table'

const asked = z.object({
  /** `0`: CSV without the byte order mark that Excel needs. */
  bom: lenient(z.enum(['0', '1'])),
  /** One subject alone, by its reference or slug; the list's filter is then left out of account. */
  reference: lenient(z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/)),
  /** The language of the sheet for reading, as pages' addresses name it. */
  lang: lenient(z.enum(['tc', 'sc', 'en'])),
})

/** What the address of a file says besides the list's own filter. Bad values are dropped. */
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
