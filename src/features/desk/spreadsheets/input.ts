import { z } from 'zod'
import type { City } from '@/features/register/cities/model'
import type { ItemKind } from '@/features/register/states/model/states'
import { withoutUnseen } from '@/i18n/unseen'
import { restore } from '@/server/files/csv-injection'
import { type EditableColumn, isOpen } from './model/columns'
import { isDamaged } from './model/damage'
import { readDay } from './model/days'
import { codeOf, isListColumn } from './model/labels'
import { listCell, namesIn } from './model/rows'
import { type CellProblem, type Decision, limits, type Scope } from './model/spreadsheet'

/** The error of a formula whose result the file does not hold. */
export const noValue = 'no value'

/** A cell as a file has it: its text, or the error that a formula came to (`#REF!`). */
export type FileCell = string | { error: string }

/** What a cell says, or what is wrong with it. */
export type CellReading = { value: string } | { problem: CellProblem | 'not_a_day' | 'required' }

/**
 * What a cell of an editable column says: codes for lists, ISO days, text without the white space around it and without
 * signs that nobody sees.
 * A cell that repeats what stood there, but for such white space, reads as what stood there.
 *
 * @param was what the file was downloaded with, in the same form.
 * @param isDefused whether formulas were made harmless in the file, as they are in CSV.
 */
export function readCell(
  column: EditableColumn,
  cell: FileCell,
  {
    kind,
    was,
    isDefused,
    cities,
  }: { kind: ItemKind; was: string; isDefused: boolean; cities: readonly City[] },
): CellReading {
  if (typeof cell !== 'string') {
    return { problem: cell.error === noValue ? 'formula_without_value' : 'error_value' }
  }
  if (cell.length > limits.characters) return { problem: 'cell_too_long' }
  const typed = bare(cell)
  if (typed === bare(was)) return { value: was }
  const restored = isDefused ? bare(restore(cell.replace(/\r\n?/g, '\n'))) : typed
  if (restored === bare(was)) return { value: was }
  const seen = bare(withoutUnseen(restored))
  const isNaming = namingColumns.includes(column)
  const text = isNaming ? namesFrom(column, seen, was) : seen
  if (text === bare(was)) return { value: was }
  if (text !== '' && !isOpen(column, { kind, itemised: false })) {
    return { problem: 'documents_only' }
  }
  if (isNaming) return { value: text }
  if (isDamaged(text, was)) return { problem: 'damaged_text' }
  if (text === '') return column === 'state' ? { problem: 'required' } : { value: '' }
  if (isListColumn(column)) {
    const code = codeOf(column, text, kind, cities)
    if (code !== null) return { value: code }
    if (column === 'state') return { problem: 'not_a_state' }
    return { problem: column === 'assertedBy' ? 'not_an_assertion' : 'not_in_list' }
  }
  if (dayColumns.includes(column)) {
    const read = readDay(text, was)
    return 'day' in read ? { value: read.day } : read
  }
  if (kind === 'document' && column.startsWith('text.')) {
    return { problem: 'documents_have_no_text' }
  }
  return { value: text }
}

/** Whether a cell says of which kind the item is, or nothing. */
export function isKind(cell: FileCell, kind: ItemKind): boolean {
  if (typeof cell !== 'string') return false
  const text = bare(restore(cell))
  return text === '' || codeOf('kind', text, kind, []) === kind
}

/** The columns that name things, one a line. */
const namingColumns: readonly EditableColumn[] = ['field', 'details.parties', 'details.witnesses']

/**
 * What a cell names: its name behind the reference is in some language, and may have changed since. In the files that
 * anyone can take away the references alone, `6-4|6-5`. Parties keep their order.
 */
function namesFrom(column: EditableColumn, text: string, was: string): string {
  const lines = text.normalize('NFKC').split(/[\n|]/)
  const names = [...new Set(lines.flatMap((line) => line.trim().split(/\s/)[0] || []))]
  const ordered = (list: string[]) => listCell(column === 'field' ? list.sort() : list)
  return ordered(names) === ordered(namesIn(was)) ? was : ordered(names)
}

const dayColumns: readonly EditableColumn[] = [
  'asOf',
  'source.publishedOn',
  'details.signedOn',
  'details.source.publishedOn',
]

/** A text without white space around it, its line ends as the register has them. */
function bare(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}

/** Which items to download, and as what; anything else in the address is dropped. */
export const downloadInput = z.object({
  scope: z.enum(['mine', 'field', 'conference']).catch('mine'),
  field: z.string().catch(''),
  conference: z.string().catch(''),
  /** `without`: placeholder entries are left out. */
  slots: z.enum(['with', 'without']).catch('with'),
  format: z.enum(['xlsx', 'csv']).catch('xlsx'),
  /** `0`: CSV without the byte order mark that Excel needs. */
  bom: z.enum(['0', '1']).catch('1'),
})
export type DownloadInput = z.infer<typeof downloadInput>

/** The scope that a download asks for; null where it names no field or conference. */
export function scopeOf({ scope, field, conference }: DownloadInput): Scope | null {
  if (scope === 'mine') return { kind: 'mine' }
  const reference = scope === 'field' ? field : conference
  return reference ? { kind: scope, reference } : null
}

/** Which rows of a dry run a page shows, and which part of them. */
export const listQuery = z.object({
  show: z.enum(['all', 'changed', 'refused', 'conflicts']).catch('all'),
  page: z.coerce.number().int().min(1).catch(1),
})
export type ListQuery = z.infer<typeof listQuery>

/** The same for an address. */
export function writeListQuery({ show, page }: ListQuery): Record<string, string> {
  return { show, ...(page > 1 ? { page: String(page) } : {}) }
}

/** Choices on conflicts: `6-4.2 note.en` to `mine` or `theirs`. */
export type Decisions = Record<string, Decision>
