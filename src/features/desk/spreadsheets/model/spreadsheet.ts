import type { ItemKind } from '@/features/register/states/model/states'
import type { LocalizedText } from '@/i18n/localized-text'
import type {
  Cells,
  CitationColumn,
  ColumnKey,
  DetailsCitationColumn,
  EditableColumn,
} from './columns'

/** An item as a spreadsheet row, before it is put into words. */
export type ItemRow = {
  kind: ItemKind
  reference: string
  /** The item's own version: the number of its latest revision. */
  revision: number
  /** Whether its details are published; a row of a placeholder entry may be given them. */
  itemised: boolean
  cells: Cells
}

/** Which items a download holds. */
export type Scope =
  | { kind: 'mine' }
  | { kind: 'field'; reference: string }
  | { kind: 'conference'; reference: string }

/** How far an upload has come. */
export type ImportState = 'checking' | 'checked' | 'applying' | 'applied' | 'discarded' | 'failed'

/** Whether the server is at work on it, and its page changes by itself. */
export function isWorkedOn(state: ImportState): boolean {
  return state === 'checking' || state === 'applying'
}

/** A field that a download can be of. */
export type ScopeChoice = { reference: string; name: LocalizedText }
/** A conference that a download can be of. The day is ISO. */
export type ConferenceChoice = { reference: string; number: number; heldOn: string }

/** How large an upload may be. */
export const limits = {
  /** Bytes of the file, as sent. */
  bytes: 10 * 1024 * 1024,
  /** Bytes of what a workbook unpacks to. */
  unpacked: 60 * 1024 * 1024,
  rows: 20_000,
  /** What stands further right is not looked at. */
  columns: 200,
  /** Characters in one cell, as in Excel. */
  characters: 32_767,
} as const

/** Why an uploaded file is not taken: a key of messages `exchange.problems.file`. */
export type FileProblem =
  | 'no_file'
  | 'too_large'
  | 'too_many_rows'
  | 'not_a_spreadsheet'
  | 'old_or_locked'
  | 'not_utf8'
  | 'no_header'
  | 'twice_a_column'
  | 'no_rows'

/** What is wrong with one cell: a key of messages `exchange.problems.cell`; the commands' own are in `refusals`. */
export const cellProblems = [
  'error_value',
  'formula_without_value',
  'damaged_text',
  'row_too_long',
  'reference_is_day',
  'cell_too_long',
  'not_a_state',
  'not_an_assertion',
  'not_in_list',
  'ambiguous_day',
  'locked_column',
  'twice_in_file',
  'no_such_version',
  'held_or_new',
  'documents_have_no_text',
  'documents_only',
  'which_original',
] as const
export type CellProblem = (typeof cellProblems)[number]

/** A warning about a row that is not refused: a key of messages `exchange.remarks`. */
export type Warning =
  | 'others_changed'
  | 'same_source'
  | 'other_sources'
  | 'translation_left'
  | 'converted'
  | 'replaces_waiting'
  | 'replaces_change'
  | 'carries_waiting'
  | 'merged_cells'
  | 'unseen_removed'

/** Where two people have changed to different things: a cell, or a citation as a whole. */
export type Place =
  | Exclude<EditableColumn, CitationColumn | DetailsCitationColumn>
  | 'citation'
  | 'details.citation'
export type Decision = 'mine' | 'theirs'

/** A place that the officer and somebody else have both changed. The citation is told cell by cell. */
export type Conflict = {
  place: Place
  base: string[]
  mine: string[]
  theirs: string[]
  /** Null until the officer has chosen. */
  decision: Decision | null
}

/** One cell that would change. */
export type CellChange = { column: EditableColumn; was: string; will: string }

/** Why a row is refused, and at which column. The reason is a key of messages, see `CellProblem`. */
export type RowRefusal = { column: ColumnKey; reason: string }

/** What the dry run says of one row that is not as it was. */
export type Finding = {
  /** As the spreadsheet numbers it, from 1. */
  row: number
  reference: string
  kind: ItemKind
  /** The item's version that the row was compared with; 0 for an unknown item. */
  version: number
  /** Whether it asks for details to be added to a placeholder entry. */
  addsDetails?: true
  changes: CellChange[]
  conflicts: Conflict[]
  refusals: RowRefusal[]
  remarks: Warning[]
}

/** What the dry run says of the whole file. */
export type Findings = {
  /** The columns that the register does not know, as the file calls them. */
  unknownColumns: string[]
  /** The columns that the file leaves out: not touched. */
  missingColumns: ColumnKey[]
  unchanged: number
  rows: Finding[]
  /** Whether it was made anew because what is published had changed. */
  again: boolean
}

/** How much of the findings there is of each sort. */
export type Tally = {
  rows: number
  unchanged: number
  /** Rows and cells that would be submitted. */
  changedRows: number
  changedCells: number
  /** Rows of these that add details to a placeholder entry. */
  detailedRows: number
  refusedRows: number
  conflicts: number
  undecided: number
}

/** Whether a row would be submitted: something changes, and nothing speaks against it. */
export function isSubmitted(finding: Finding): boolean {
  return finding.refusals.length === 0 && finding.changes.length > 0
}

/** How many conflicts of a row wait for the officer's choice. */
export function undecidedIn({ conflicts }: Finding): number {
  return conflicts.filter(({ decision }) => decision === null).length
}

export function tallyOf({ rows, unchanged }: Findings): Tally {
  const submitted = rows.filter(isSubmitted)
  return {
    rows: rows.length + unchanged,
    unchanged,
    changedRows: submitted.length,
    changedCells: submitted.reduce((sum, { changes }) => sum + changes.length, 0),
    detailedRows: submitted.filter(({ addsDetails }) => addsDetails).length,
    refusedRows: rows.filter(({ refusals }) => refusals.length > 0).length,
    conflicts: rows.reduce((sum, { conflicts }) => sum + conflicts.length, 0),
    undecided: rows.reduce((sum, finding) => sum + undecidedIn(finding), 0),
  }
}

/** How a decision is kept: `6-4.2 note.en`. */
export function decisionKey(reference: string, place: Place): string {
  return `${reference} ${place}`
}

/** How far an upload has come. Times are ISO. */
export type ImportProgress = {
  id: string
  fileName: string
  state: ImportState
  /** Rows looked at, of all that are to be. */
  done: number
  total: number
  createdAt: string
  failure: 'not_allowed' | 'unexpected' | null
}

/** An upload with what its dry run says; null findings while there are none. */
export type ShownImport = ImportProgress & {
  findings: Findings | null
  /** How many submissions it became. */
  submissions: number
}
