import { type Language, languages } from '@/i18n/language'

/** The columns that describe a source which the register does not hold yet. */
export const newSourceColumns = [
  'source.publisher',
  'source.publishedOn',
  'source.title',
  'source.url',
  'source.kind',
  'source.language',
] as const

/** What a statement rests on: one place for two people's changes, since a quote belongs to its source. */
export const citationColumns = ['source', 'quote', 'locator', ...newSourceColumns] as const
export type CitationColumn = (typeof citationColumns)[number]

/** The columns of the spreadsheet, in its order. The same go out and come in; docs/decisions/0017-spreadsheets.md. */
export const columnKeys = [
  'reference',
  'revision',
  'kind',
  'field',
  'title.zh-Hant',
  'title.zh-Hans',
  'title.en',
  'text.zh-Hant',
  'text.zh-Hans',
  'text.en',
  'state',
  'asOf',
  'assertedBy',
  'note.zh-Hant',
  'note.zh-Hans',
  'note.en',
  'reason.zh-Hant',
  'reason.zh-Hans',
  'reason.en',
  ...citationColumns,
] as const
export type ColumnKey = (typeof columnKeys)[number]

/** What says which row this is, and what is known of it. Officers do not change these. */
export const lockedColumns = ['reference', 'revision', 'kind', 'field'] as const
export type LockedColumn = (typeof lockedColumns)[number]
export type EditableColumn = Exclude<ColumnKey, LockedColumn>
export const editableColumns = columnKeys.filter((key): key is EditableColumn => !isLocked(key))

export function isLocked(key: ColumnKey): key is LockedColumn {
  return (lockedColumns as readonly string[]).includes(key)
}

/** What the column is called in the files that anyone can take away: `title_zh_hant`, `as_of`. They come in again too. */
export function plainName(key: ColumnKey): string {
  return key.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`).replace(/[.-]_?/g, '_')
}

/** Whether a change of the column is a change of the item's own texts, and not of what is stated of it. */
export function isOwnText(key: ColumnKey): boolean {
  return /^(title|text)\./.test(key)
}

/** The language of a column's passages; null where it holds a code, a day, a name or an address. */
export function textLanguage(key: ColumnKey): Language | null {
  return languages.find((language) => key.endsWith(`.${language}`)) ?? null
}

export function isCitationColumn(key: string): key is CitationColumn {
  return (citationColumns as readonly string[]).includes(key)
}

/** The editable cells of a row: codes for lists, ISO days, empty where there is nothing. */
export type Cells = Record<EditableColumn, string>
