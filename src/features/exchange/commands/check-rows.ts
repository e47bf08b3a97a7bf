import 'server-only'
import type { Database, Transaction } from '../../../server/database/database'
import { judgeEdits } from '../../edits/commands/submit-edit'
import type { EditContent } from '../../edits/model'
import { readAtVersions, readEditables } from '../../edits/queries'
import type { Officer } from '../../officers/model'
import { judgeUpdates } from '../../progress/commands/submit-update'
import { type ItemKind, itemKindOf } from '../../progress/model'
import type { Entry } from '../../submissions/enter'
import { compareRow, differingColumns } from '../compare'
import { type Decisions, isLeft, mayHold, readCell } from '../input'
import {
  type CellChange,
  type Cells,
  type Conflict,
  type EditableColumn,
  editableColumns,
  type Finding,
  isOwnText,
  type Remark,
  type RowRefusal,
} from '../model'
import { columnOf, statementAsked, textsAsked, withConversions } from '../proposal'
import { remarksOn } from '../remarks'
import { cellsOf, fieldsOf, type LoggedItem } from '../rows'
import type { FileRow } from '../workbook/sheet'
import type { Table } from '../workbook/table'

/** What becomes of a row: what the dry run says of it (null where nothing changes), and what it submits. */
export type CheckedRow = { finding: Finding | null; entries: Entry[] }

/** What of a file bears on each of its rows. */
export type FileContext = Pick<Table, 'columns' | 'isDefused'> & {
  importId: string
  decisions: Decisions
  /** The number of the row in which a reference stands first. */
  firstRows: ReadonlyMap<string, number>
}

/**
 * Compares some rows of a file with what they were downloaded as and with what is published now, and asks the
 * commands what they would refuse. Changes nothing.
 * @returns one answer for each row, in order.
 */
export async function checkRows(
  db: Database | Transaction,
  actor: Officer,
  context: FileContext,
  rows: readonly FileRow[],
): Promise<CheckedRow[]> {
  const drafts = await draftRows(db, context, rows)
  const origin = { importId: context.importId }
  const updates = drafts.flatMap((draft) => {
    if (!draft.live || !draft.touched.some((column) => !isOwnText(column))) return []
    const asked = statementAsked(draft.live, draft.merged)
    if ('input' in asked) return [{ draft, input: asked.input }]
    draft.refusals.push(...asked.refusals)
    return []
  })
  const edits = drafts.flatMap((draft) => {
    if (!draft.live || !draft.touched.some(isOwnText)) return []
    const asked = textsAsked(draft.live, draft.merged, draft.was)
    if ('input' in asked) return [{ draft, input: asked.input }]
    draft.refusals.push(...asked.refusals)
    return []
  })
  const inputsOf = <Input>(list: { input: Input }[]) => list.map(({ input }) => input)
  const updateVerdicts = await judgeUpdates(db, actor, inputsOf(updates), origin)
  for (const [index, verdict] of updateVerdicts.entries()) {
    take(updates[index]?.draft as Draft, verdict, (draft) => {
      draft.will = {
        ...draft.will,
        ...statementCells(withConversions(draft.live as LoggedItem, draft.merged)),
      }
    })
  }
  const editVerdicts = await judgeEdits(db, actor, inputsOf(edits), origin)
  for (const [index, verdict] of editVerdicts.entries()) {
    take(edits[index]?.draft as Draft, verdict, (draft, entry) => {
      const { snapshot } = entry.content as unknown as EditContent
      draft.will = { ...draft.will, ...ownCells(cellsOf({ ...snapshot, state: '' })) }
    })
  }
  return drafts.map(checked)
}

/** A row while it is looked at. */
type Draft = {
  row: FileRow
  reference: string
  kind: ItemKind
  /** The item as it is published; null when there is none. */
  live: LoggedItem | null
  was: Cells
  merged: Cells
  /** The row as it would stand: as published, until a command has said yes. */
  will: Cells
  touched: EditableColumn[]
  conflicts: Conflict[]
  refusals: RowRefusal[]
  remarks: Remark[]
  entries: Entry[]
}

async function draftRows(
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
  const [lives, bases] = [await readEditables(db, subjects), await readAtVersions(db, subjects)]
  return named.map(({ row, reference }, index) => {
    const kind = itemKindOf(reference)
    const live = lives[index] as LoggedItem | null
    const base = bases[index] ?? null
    const draft = emptyDraft(row, reference, kind, live)
    if (reference === '') draft.refusals.push({ column: 'reference', reason: 'required' })
    else if (!live) draft.refusals.push({ column: 'reference', reason: 'no_such_item' })
    else if (!base) draft.refusals.push({ column: 'revision', reason: 'no_such_version' })
    else if (context.firstRows.get(reference) !== row.number) {
      draft.refusals.push({ column: 'reference', reason: 'twice_in_file' })
    } else compare(draft, context, cellsOf(base), subjects[index]?.version !== live.version)
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
    live,
    was,
    merged: was,
    will: was,
    touched: [],
    conflicts: [],
    refusals: [],
    remarks: [],
    entries: [],
  }
}

/** Reads the row's cells against what they were downloaded as, and merges them with what is published. */
function compare(draft: Draft, context: FileContext, base: Cells, isMoved: boolean): void {
  const live = draft.live as LoggedItem
  const item = { kind: draft.kind, fields: fieldsOf(live.snapshot) }
  const mine: Partial<Cells> = {}
  for (const [index, column] of context.columns.entries()) {
    const cell = draft.row.cells[index] ?? ''
    if (column === null || column === 'reference' || column === 'revision') continue
    if (column === 'kind' || column === 'field') {
      if (!isLeft(column, cell, item)) draft.refusals.push({ column, reason: 'locked_column' })
      continue
    }
    const { kind } = draft
    const read = readCell(column, cell, { kind, was: base[column], isDefused: context.isDefused })
    if ('problem' in read) draft.refusals.push({ column, reason: read.problem })
    else if (read.value !== base[column]) {
      if (mayHold(column, { itemised: live.snapshot.itemised === true })) mine[column] = read.value
      else draft.refusals.push({ column, reason: 'not_itemised' })
    }
  }
  const compared = compareRow(draft.reference, { base, mine, live: draft.was }, context.decisions)
  draft.merged = compared.merged
  draft.conflicts = compared.conflicts
  draft.touched = differingColumns(draft.was, compared.merged)
  draft.remarks = remarksOn(live, { mine, merged: compared.merged, isMoved })
}

/** Takes up what a command says of a row; that nothing changes is no refusal here. */
function take<Refused extends { reason: string }>(
  draft: Draft,
  verdict: { entry: Entry } | Refused,
  accept: (draft: Draft, entry: Entry) => void,
): void {
  if ('entry' in verdict) {
    draft.entries.push(verdict.entry)
    accept(draft, verdict.entry)
    return
  }
  const problems =
    'problems' in verdict ? (verdict.problems as { field: string; code: string }[]) : []
  if (verdict.reason === 'invalid') {
    draft.refusals.push(
      ...problems.map(({ field, code }) => ({ column: columnOf(field), reason: code })),
    )
  } else if (verdict.reason !== 'nothing_changed') {
    const column = verdict.reason === 'no_such_source' ? 'source' : 'reference'
    draft.refusals.push({ column, reason: verdict.reason })
  }
}

function checked(draft: Draft): CheckedRow {
  const { row, reference, kind, live, conflicts, was } = draft
  // A refused row shows what it asked for, so that the officer finds it again.
  const will = draft.refusals.length > 0 ? draft.merged : draft.will
  const changes = differingColumns(was, will).map(
    (column): CellChange => ({ column, was: was[column], will: will[column] }),
  )
  const refusals = withoutRepetition(draft.refusals)
  if (changes.length + conflicts.length + refusals.length === 0) {
    return { finding: null, entries: [] }
  }
  return {
    finding: {
      row: row.number,
      reference,
      kind,
      version: live?.version ?? 0,
      changes,
      conflicts,
      refusals,
      remarks: changes.length > 0 ? draft.remarks : [],
    },
    entries: refusals.length > 0 ? [] : draft.entries,
  }
}

/** A row that asks two commands is refused by both for the same reason. */
function withoutRepetition(refusals: readonly RowRefusal[]): RowRefusal[] {
  return [...new Map(refusals.map((one) => [`${one.column} ${one.reason}`, one])).values()]
}

function statementCells(cells: Cells): Partial<Cells> {
  return pick(cells, (column) => !isOwnText(column))
}

function ownCells(cells: Cells): Partial<Cells> {
  return pick(cells, isOwnText)
}

function pick(cells: Cells, may: (column: EditableColumn) => boolean): Partial<Cells> {
  return Object.fromEntries(
    editableColumns.filter(may).map((column) => [column, cells[column]]),
  ) as Partial<Cells>
}
