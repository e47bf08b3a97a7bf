import { passageValues } from '@/features/desk/round/submissions/model/form-fields'
import type { ItemKind } from '@/features/register/states/model/states'
import {
  fieldsOf,
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
  const [fields, cells] = [fieldsOf(snapshot), cellsOf(snapshot)]
  return { kind, reference, revision: version, fields, cells }
}

/** What a snapshot says, cell by cell. A statement that rests on several citations shows the first; the others stay. */
export function cellsOf(snapshot: ProposedSnapshot): Cells {
  const { statement } = snapshot
  const [cited] = statement?.citations ?? []
  const cells = Object.fromEntries(editableColumns.map((column) => [column, ''])) as Cells
  return {
    ...cells,
    ...passageValues('title', bodiesOf(snapshot.texts.title)),
    ...passageValues('text', bodiesOf(snapshot.texts.text)),
    ...passageValues('note', bodiesOf(statement?.texts.note)),
    ...passageValues('reason', bodiesOf(statement?.texts.reason)),
    state: snapshot.state ?? '',
    asOf: statement?.asOf ?? '',
    assertedBy: statement?.assertedBy ?? '',
    source: cited?.source ?? '',
    quote: cited?.quote ?? '',
    locator: cited?.locator ?? '',
  }
}
