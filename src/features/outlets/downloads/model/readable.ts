import type { ShownSource } from '@/features/register/sources/model'
import type { LocalizedText } from '@/i18n/localized-text'
import type { TableName } from './table'

/** The lists whose workbooks begin with a sheet for people who read and cite. */
export const readableTables = ['projects', 'documents'] as const
export type ReadableTable = (typeof readableTables)[number]

export function isReadable(table: TableName): table is ReadableTable {
  return (readableTables as readonly string[]).includes(table)
}

/** An item as somebody cites it, before it is put into words. Days are ISO. */
export type ReadableRow = {
  kind: 'project' | 'document'
  reference: string
  version: number
  itemised: boolean
  title: LocalizedText
  /** The fields that it belongs to. */
  fields: { reference: string; name: LocalizedText }[]
  /** Null where, of a day that was asked for, none is known. */
  state: string | null
  asOf: string | null
  /** Null while nothing has been said. */
  assertedBy: string | null
  confirmedBy: readonly string[]
  /** What the state rests on, in its order. */
  citations: {
    source: ShownSource | null
    quote: string | null
  }[]
  /** The latest day on which anything is reported of it. */
  lastNews: string | null
}

/** Its columns, in their order: keys of messages `downloads.readable.columns`, each with its width in characters. */
export const readableColumns = {
  reference: 11,
  title: 36,
  field: 24,
  state: 16,
  asOf: 18,
  saidBy: 18,
  confirmedBy: 16,
  publisher: 24,
  source: 36,
  address: 36,
  quote: 44,
  lastNews: 18,
  permalink: 44,
} as const
export type ReadableColumn = keyof typeof readableColumns
