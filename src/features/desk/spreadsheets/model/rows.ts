import { passageValues } from '@/features/desk/round/submissions/model/form-fields'
import type { ItemKind } from '@/features/register/states/model/states'
import {
  fieldsOf,
  isSlot,
  type ProposedSnapshot,
  type Snapshot,
} from '@/features/register/subjects/model/snapshot'
import { bodiesOf } from '@/i18n/localized-text'
import { type Cells, editableColumns } from './columns'
import type { ItemRow } from './spreadsheet'

/** An item as the log has it, at one of its versions. */
export type LoggedItem = {
  kind: ItemKind
  reference: string
  version: number
  snapshot: Snapshot
}

/** An item as a spreadsheet row. */
export function rowOf({ kind, reference, version, snapshot }: LoggedItem): ItemRow {
  const cells = cellsOf(snapshot)
  return { kind, reference, revision: version, itemised: !isSlot(snapshot), cells }
}

/**
 * What a snapshot says, cell by cell. A statement that rests on several citations shows the first, since the others
 * stay when it is replaced; an item shows the last of its own, which was added with its details. A placeholder entry
 * shows none: it rests on what states the announced number.
 */
export function cellsOf(snapshot: ProposedSnapshot): Cells {
  const { statement, parties = [] } = snapshot
  const [cited] = statement?.citations ?? []
  const detailed = isSlot(snapshot) ? undefined : snapshot.citations.at(-1)
  const named = (role: 'party' | 'witness') =>
    listCell(parties.filter((one) => one.role === role).map(({ organisation }) => organisation))
  const cells = Object.fromEntries(editableColumns.map((column) => [column, ''])) as Cells
  return {
    ...cells,
    ...passageValues('title', bodiesOf(snapshot.texts.title)),
    ...passageValues('text', bodiesOf(snapshot.texts.text)),
    ...passageValues('note', bodiesOf(statement?.texts.note)),
    ...passageValues('reason', bodiesOf(statement?.texts.reason)),
    field: listCell(fieldsOf(snapshot)),
    'details.kind': snapshot.kind ?? '',
    'details.signedOn': snapshot.signedOn ?? '',
    'details.parties': named('party'),
    'details.witnesses': named('witness'),
    'details.source': detailed?.source ?? '',
    'details.quote': detailed?.quote ?? '',
    'details.locator': detailed?.locator ?? '',
    state: snapshot.state ?? '',
    asOf: statement?.asOf ?? '',
    assertedBy: statement?.assertedBy ?? '',
    source: cited?.source ?? '',
    quote: cited?.quote ?? '',
    locator: cited?.locator ?? '',
  }
}

/** References or slugs as a cell holds them, one a line. */
export function listCell(names: readonly string[]): string {
  return names.join('\n')
}

/** What a cell names, see `listCell`. */
export function namesIn(cell: string): string[] {
  return cell === '' ? [] : cell.split('\n')
}
