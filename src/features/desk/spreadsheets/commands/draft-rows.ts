import 'server-only'
import type { Entry } from '@/features/desk/round/submissions/commands/create'
import { readAtVersions, readLatest } from '@/features/desk/round/submissions/queries/versions'
import type { City } from '@/features/register/cities/model'
import { type ItemKind, itemKindOf } from '@/features/register/states/model/states'
import { isSlot, type Snapshot } from '@/features/register/subjects/model/snapshot'
import { withoutUnseen } from '@/i18n/unseen'
import type { Database, Transaction } from '@/server/database/database'
import type { FileRow } from '../formats/sheet'
import type { Table } from '../formats/table'
import { type Decisions, isKind, readCell } from '../input'
import { type Cells, type EditableColumn, isDetail, isOwn } from '../model/columns'
import { compareRow, differingColumns } from '../model/compare'
import { isDayLike } from '../model/days'
import { cellsOf, type LoggedItem } from '../model/rows'
import type { Conflict, RowRefusal, Warning } from '../model/spreadsheet'
import { warningsOn } from '../model/warnings'

/** What each row of a file needs to know of the whole. */
export type FileContext = Pick<Table, 'columns' | 'isDefused'> & {
  importId: string
  decisions: Decisions
  /** The number of the row in which a reference stands first. */
  firstRows: ReadonlyMap<string, number>
  /** The cities of the register. */
  cities: readonly City[]
}

/** A row while it is looked at. */
export type Draft = {
  row: FileRow
  reference: string
  kind: ItemKind
  /** Whether the row was downloaded as a placeholder entry. */
  isPlaceholder: boolean
  /** Whether it asks for details to be added to what still is one. */
  addsDetails: boolean
  /** The item as it is published; null when there is none. */
  live: LoggedItem | null
  was: Cells
  merged: Cells
  /** The row as it would be: as published, until a command accepts the change. */
  will: Cells
  touched: EditableColumn[]
  conflicts: Conflict[]
  refusals: RowRefusal[]
  warnings: Warning[]
  entries: Entry[]
}

/** Rows of a file, each compared with what it was downloaded as and merged with what is published now. */
export async function draftRows(
  db: Database | Transaction,
  context: FileContext,
  rows: readonly FileRow[],
): Promise<Draft[]> {
  const named = rows.map((row) => {
    const revision = row.cells[context.columns.indexOf('revision')]
    return {
      row,
      reference: referenceIn(row, context.columns),
      version:
        typeof revision === 'string' && /^\s*\d{1,9}\s*$/.test(revision) ? Number(revision) : 0,
    }
  })
  const subjects = named.map(({ reference, version }) => ({
    kind: itemKindOf(reference),
    reference,
    version,
  }))
  const lives = await readLatest(db, subjects)
  const earlier = subjects.filter(({ version }, index) => lives[index]?.version !== version)
  const bases = await readAtVersions(db, earlier)
  return named.map(({ row, reference }, index) => {
    const kind = itemKindOf(reference)
    const live = lives[index] as LoggedItem | null
    const at = earlier.indexOf(subjects[index] as (typeof subjects)[number])
    const base = (at < 0 ? live?.snapshot : bases[at]) ?? null
    const draft = emptyDraft(row, reference, kind, live)
    if (row.cells.slice(context.columns.length).some((cell) => cell !== '')) {
      draft.refusals.push({ column: 'reference', reason: 'row_too_long' })
    }
    if (row.isMerged) draft.warnings.push('merged_cells')
    if (reference === '') draft.refusals.push({ column: 'reference', reason: 'required' })
    else if (!live) {
      const reason = isDayLike(reference) ? 'reference_is_day' : 'no_such_item'
      draft.refusals.push({ column: 'reference', reason })
    } else if (!base) draft.refusals.push({ column: 'revision', reason: 'no_such_version' })
    else if (context.firstRows.get(reference) !== row.number) {
      draft.refusals.push({ column: 'reference', reason: 'twice_in_file' })
    } else compare(draft, context, base, subjects[index]?.version !== live.version)
    return draft
  })
}

/** The reference of a row; empty where there is none. */
export function referenceIn({ cells }: FileRow, columns: Table['columns']): string {
  const cell = cells[columns.indexOf('reference')]
  return typeof cell === 'string' ? cell.normalize('NFKC').trim() : ''
}

function emptyDraft(
  row: FileRow,
  reference: string,
  kind: ItemKind,
  live: LoggedItem | null,
): Draft {
  const was = live ? cellsOf(live.snapshot) : ({} as Cells)
  return {
    row,
    reference,
    kind,
    isPlaceholder: false,
    addsDetails: false,
    live,
    was,
    merged: was,
    will: was,
    touched: [],
    conflicts: [],
    refusals: [],
    warnings: [],
    entries: [],
  }
}

/** Reads the row's cells against what they were downloaded as, and merges them with what is published. */
function compare(draft: Draft, context: FileContext, before: Snapshot, isMoved: boolean): void {
  const live = draft.live as LoggedItem
  const base = cellsOf(before)
  const mine: Partial<Cells> = {}
  let hasUnseen = false
  draft.isPlaceholder = isSlot(before)
  for (const [index, column] of context.columns.entries()) {
    const cell = draft.row.cells[index] ?? ''
    if (column === null || column === 'reference' || column === 'revision') continue
    if (column === 'kind') {
      if (!isKind(cell, draft.kind)) draft.refusals.push({ column, reason: 'locked_column' })
      continue
    }
    const read = readCell(column, cell, { ...context, kind: draft.kind, was: base[column] })
    if ('value' in read && read.value === base[column]) continue
    if (isDetail(column) && !draft.isPlaceholder) {
      // A file of somebody's own may leave out what it does not change.
      if (typeof cell !== 'string' || cell.trim() !== '')
        draft.refusals.push({ column, reason: 'locked_column' })
      continue
    }
    draft.addsDetails ||= isOwn(column) && draft.isPlaceholder && isSlot(live.snapshot)
    if ('problem' in read) draft.refusals.push({ column, reason: read.problem })
    else {
      mine[column] = read.value
      hasUnseen ||= typeof cell === 'string' && withoutUnseen(cell) !== cell
    }
  }
  const compared = compareRow(draft.reference, { base, mine, live: draft.was }, context.decisions)
  draft.merged = compared.merged
  draft.conflicts = compared.conflicts
  draft.touched = differingColumns(draft.was, compared.merged)
  draft.warnings.push(...warningsOn(live, { mine, merged: compared.merged, isMoved }))
  if (hasUnseen) draft.warnings.push('unseen_removed')
}
