import type { Language } from '@/i18n/language'
import type { Messages } from '@/i18n/messages'

/** The lists that anyone can take away, as their files are named. */
export const tableNames = [
  'projects',
  'documents',
  'organisations',
  'developments',
  'sources',
  'conferences',
  'fields',
  'glossary',
  'revisions',
] as const
export type TableName = (typeof tableNames)[number]

/** Whether a list tells how things stood on a day. */
export function tellsDays(table: TableName): boolean {
  return table === 'projects' || table === 'documents'
}

export const formats = ['xlsx', 'csv', 'json'] as const
export type Format = (typeof formats)[number]

/** What a column holds: a key of messages `downloads.types`. Each form of file writes it in its own way. */
export const columnTypes = [
  'text',
  'day',
  'date',
  'time',
  'integer',
  'boolean',
  'list',
  'json',
] as const
export type ColumnType = (typeof columnTypes)[number]

/** A value, before a form of file writes it. Days and times are ISO; null where nothing is known. */
export type Cell = string | number | boolean | null | readonly string[] | readonly object[]

/** One column, for every form of file, the archive and the data dictionary. */
export type Column<Row> = {
  name: string
  type: ColumnType
  /** What it says: a key of messages `downloads.columns`. */
  meaning: keyof Messages['downloads']['columns']
  /** The language of what it says, where it is one of three. */
  language?: Language | undefined
  /** All that it may say, where that is one of a list. */
  codes?: readonly string[]
  of(row: Row): Cell
}

/** What stands between the values of a list in a cell. */
export const listSeparator = '|'

/** A value as the text of a cell: the same in XLSX and CSV. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (Array.isArray(cell)) {
    if (cell.length === 0) return ''
    const isList = cell.every((value) => typeof value === 'string')
    return isList ? cell.join(listSeparator) : JSON.stringify(cell)
  }
  return String(cell)
}

/** The data dictionary's own file, in the archive too. */
export const dictionaryName = 'data-dictionary.md'

/** What a file says of itself. */
export type FileFacts = {
  table: TableName
  /** The address of exactly this content. */
  address: string
  /** The moment that was asked for, ISO; null for the present. */
  asAt: string | null
  /** The day (ISO) of which it tells how things stood, where one was asked for instead. */
  on: string | null
  /** The number of the last revision that the content knows, and the ISO time it was recorded at. */
  head: number
  headRecordedAt: string | null
  /** How many announced items could belong to the list too, because nobody knows what they are. */
  notItemised: number
}

/** What the archive of the whole register is called. */
export const archiveName = 'register.zip'

/** The archive as it lies ready. */
export type Archive = {
  head: number
  /** ISO. */
  headRecordedAt: string
  /** The number of the checkpoint in it. */
  checkpoint: number
  bytes: number
  /** Hexadecimal. */
  sha256: string
}
