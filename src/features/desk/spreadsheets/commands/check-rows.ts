import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { judgeEdits } from '@/features/desk/round/edits/commands/submit-edit'
import { editContentOf } from '@/features/desk/round/edits/model/edit'
import type { Change } from '@/features/desk/round/edits/queries/judge-edit'
import { judgeStatements } from '@/features/desk/round/statements/commands/submit-statement'
import type { SubmittedStatement } from '@/features/desk/round/statements/input/statement'
import type { Entry } from '@/features/desk/round/submissions/commands/create'
import type { Database, Transaction } from '@/server/database/database'
import type { FileRow } from '../formats/sheet'
import {
  type Cells,
  type ColumnKey,
  type EditableColumn,
  editableColumns,
  isCitationColumn,
  isDetail,
  isDetailsCitationColumn,
  isOwn,
} from '../model/columns'
import { differingColumns } from '../model/compare'
import { detailColumnOf, proposedDetails } from '../model/details'
import {
  columnOf,
  type Proposed,
  proposedStatement,
  proposedTexts,
  withConversions,
} from '../model/proposal'
import { cellsOf, type LoggedItem } from '../model/rows'
import type { CellChange, Finding, RowRefusal } from '../model/spreadsheet'
import { type Draft, draftRows, type FileContext } from './draft-rows'

/** The verdict on a row: what the dry run shows (null where nothing changes), and what it submits. */
export type CheckedRow = { finding: Finding | null; entries: Entry[] }

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
  await turn()
  const origin = { importId: context.importId }
  const statements = asked<SubmittedStatement>(drafts, statesProgress, proposedStatement)
  const texts = asked<Change>(drafts, changesTexts, proposedTexts)
  const details = asked<Change>(drafts, givesDetails, proposedDetails)
  const edits = [...texts, ...details]
  const inputsOf = <Input>(list: { input: Input }[]) => list.map(({ input }) => input)
  const statementVerdicts = await judgeStatements(db, actor, inputsOf(statements), origin)
  for (const [index, verdict] of statementVerdicts.entries()) {
    take(statements[index] as Asked<unknown>, verdict, columnOf, (draft) => {
      const stated = withConversions(draft.live as LoggedItem, draft.merged)
      draft.will = { ...draft.will, ...cellsThat((column) => !isOwn(column), stated) }
    })
  }
  await turn()
  const editVerdicts = await judgeEdits(db, actor, inputsOf(edits), origin)
  for (const [index, verdict] of editVerdicts.entries()) {
    const one = edits[index] as Asked<unknown>
    take(one, verdict, one.draft.isPlaceholder ? detailColumnOf : columnOf, (draft, entry) => {
      const { snapshot } = editContentOf(entry.content)
      draft.will = {
        ...draft.will,
        ...(draft.isPlaceholder ? cellsThat(isDetail, draft.merged) : {}),
        ...cellsThat((column) => isOwn(column) && !isDetail(column), cellsOf(snapshot)),
      }
    })
  }
  const draftsOf = (list: { draft: Draft }[]) => list.map(({ draft }) => draft)
  await warnOfWaiting(db, actor, draftsOf(statements), draftsOf(edits))
  return drafts.map(checked)
}

const statesProgress = ({ touched }: Draft) => touched.some((column) => !isOwn(column))
const changesTexts = ({ isPlaceholder, touched }: Draft) => !isPlaceholder && touched.some(isOwn)
const givesDetails = ({ isPlaceholder, addsDetails, touched }: Draft) =>
  addsDetails || (isPlaceholder && touched.some(isOwn))

/** What a row asks of a command. A probe is only asked what else would be refused; it is never submitted. */
type Asked<Input> = { draft: Draft; input: Input; isProbe: boolean }

/** What the rows ask of one command; a row that cannot ask it is refused, and asks with a probe. */
function asked<Input>(
  drafts: readonly Draft[],
  asks: (draft: Draft) => boolean,
  propose: (item: LoggedItem, will: Cells, was: Cells) => Proposed<Input>,
): Asked<Input>[] {
  return drafts.flatMap((draft): Asked<Input>[] => {
    const { live, merged, was } = draft
    if (!live || !asks(draft)) return []
    const proposed = propose(live, merged, was)
    if ('input' in proposed) return [{ draft, input: proposed.input, isProbe: false }]
    refuse(draft, proposed.refusals)
    return proposed.probe === null ? [] : [{ draft, input: proposed.probe, isProbe: true }]
  })
}

/** Lets pending requests run: the embedded engine runs in this thread. */
async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

/** Warns of the officer's own waiting submissions: a statement and details replace one that waits, a change of texts carries it on. */
async function warnOfWaiting(
  db: Database | Transaction,
  actor: Officer,
  statements: readonly Draft[],
  edits: readonly Draft[],
): Promise<void> {
  if (statements.length + edits.length === 0) return
  const waiting = await db.submission.findMany({
    where: {
      state: 'submitted',
      authorId: actor.id,
      subjectReference: { in: [...statements, ...edits].map(({ reference }) => reference) },
    },
    select: { kind: true, subjectReference: true },
  })
  const known = new Set(waiting.map(({ kind, subjectReference }) => `${kind} ${subjectReference}`))
  for (const draft of statements) {
    if (known.has(`statement ${draft.reference}`)) draft.warnings.push('replaces_waiting')
  }
  for (const draft of edits) {
    if (!known.has(`edit ${draft.reference}`)) continue
    draft.warnings.push(draft.isPlaceholder ? 'replaces_change' : 'carries_waiting')
  }
}

/** Applies a command's verdict to a row; that nothing changes is not a refusal here. */
function take<Refused extends { reason: string }>(
  { draft, isProbe }: Asked<unknown>,
  verdict: { entry: Entry } | Refused,
  column: (field: string) => ColumnKey,
  accept: (draft: Draft, entry: Entry) => void,
): void {
  if ('entry' in verdict) {
    if (isProbe) return
    draft.entries.push(verdict.entry)
    accept(draft, verdict.entry)
    return
  }
  const problems =
    'problems' in verdict ? (verdict.problems as { field: string; code: string }[]) : []
  if (verdict.reason === 'invalid') {
    refuse(
      draft,
      problems.map(({ field, code }) => ({ column: column(field), reason: code })),
    )
  } else if (verdict.reason !== 'nothing_changed') {
    const place = verdict.reason === 'no_such_source' ? 'source' : 'reference'
    refuse(draft, [{ column: place, reason: verdict.reason }])
  }
}

/** Adds refusals; of a column that is at fault already no more is said, since what else stands there is a stand-in. */
function refuse(draft: Draft, refusals: readonly RowRefusal[]): void {
  const known = new Set(draft.refusals.map(placeOf))
  draft.refusals.push(
    ...refusals.filter((one) => one.column === 'reference' || !known.has(placeOf(one))),
  )
}

/** The column of a refusal; the languages of a passage, and the parts of a citation, are one place. */
function placeOf({ column }: RowRefusal): string {
  if (isCitationColumn(column)) return 'citation'
  if (isDetailsCitationColumn(column)) return 'details.citation'
  return isDetail(column) ? column : (column.split('.')[0] ?? column)
}

function checked(draft: Draft): CheckedRow {
  const { row, reference, kind, live, conflicts, was } = draft
  // A refused row shows the changes it asked for, so that the officer recognises it.
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
      ...(draft.addsDetails ? { addsDetails: true } : {}),
      changes,
      conflicts,
      refusals,
      remarks: changes.length > 0 ? draft.warnings : [],
    },
    entries: refusals.length > 0 ? [] : draft.entries,
  }
}

/** A row that asks two commands is refused by both for the same reason. */
function withoutRepetition(refusals: readonly RowRefusal[]): RowRefusal[] {
  return [...new Map(refusals.map((one) => [`${one.column} ${one.reason}`, one])).values()]
}

/** Some of a row's cells. */
function cellsThat(are: (column: EditableColumn) => boolean, cells: Cells): Partial<Cells> {
  return Object.fromEntries(editableColumns.filter(are).map((column) => [column, cells[column]]))
}
