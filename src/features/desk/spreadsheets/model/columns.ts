import type { ItemKind } from '@/features/register/states/model/states'
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

/** What the details of a placeholder entry rest on, in its own columns: the status of the row may rest on something else. */
export const detailsCitationColumns = [
  'details.source',
  'details.quote',
  'details.locator',
  ...newSourceColumns.map((column) => `details.${column}` as const),
] as const
export type DetailsCitationColumn = (typeof detailsCitationColumns)[number]

/** What only the details of a document have. */
const documentColumns = [
  'details.kind',
  'details.signedOn',
  'details.parties',
  'details.witnesses',
] as const

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
  'details.language',
  ...documentColumns,
  ...detailsCitationColumns,
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
const lockedColumns = ['reference', 'revision', 'kind'] as const
type LockedColumn = (typeof lockedColumns)[number]
export type EditableColumn = Exclude<ColumnKey, LockedColumn>
export const editableColumns = columnKeys.filter((key): key is EditableColumn => !isLocked(key))

export function isLocked(key: ColumnKey): key is LockedColumn {
  return (lockedColumns as readonly string[]).includes(key)
}

/** What the column is called in the files that anyone can take away: `title_zh_hant`, `as_of`. They come in again too. */
export function plainName(key: ColumnKey): string {
  return key.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`).replace(/[.-]_?/g, '_')
}

/** Whether a change of the column is a change of the item itself, and not of what is stated of it. */
export function isOwn(key: ColumnKey): boolean {
  return isDetail(key) || /^(title|text)\./.test(key)
}

/** Whether the column is filled in where details are added to a placeholder entry, and nowhere else. */
export function isDetail(key: ColumnKey): boolean {
  return key === 'field' || key.startsWith('details.')
}

/** Whether an officer may fill a column in for an item like this one. */
export function isOpen(key: ColumnKey, item: { kind: ItemKind; itemised: boolean }): boolean {
  if (isLocked(key)) return false
  if (!isDetail(key)) return true
  return !item.itemised && (item.kind === 'document' || !isOf(documentColumns, key))
}

/** The language of a column's passages; null where it holds a code, a day, a name or an address. */
export function textLanguage(key: ColumnKey): Language | null {
  return languages.find((language) => key.endsWith(`.${language}`)) ?? null
}

/** Whether a statement's citation stands in the column. */
export function isCitationColumn(key: string): key is CitationColumn {
  return isOf(citationColumns, key)
}

/** Whether the citation of an item's details stands in the column. */
export function isDetailsCitationColumn(key: string): key is DetailsCitationColumn {
  return isOf(detailsCitationColumns, key)
}

function isOf<Key extends string>(columns: readonly Key[], key: string): key is Key {
  return (columns as readonly string[]).includes(key)
}

/** The editable cells of a row: codes for lists, ISO days, empty where there is nothing. */
export type Cells = Record<EditableColumn, string>
