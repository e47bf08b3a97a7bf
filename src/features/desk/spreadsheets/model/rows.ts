import type { ItemKind } from '@/features/register/states/model/states'
import {
  type Evidenced,
  fieldsOf,
  type ProposedSnapshot,
  type Snapshot,
} from '@/features/register/subjects/model/snapshot'
import { type Cells, editableColumns, type ItemRow } from './spreadsheet'

/** An item as the log has it, at one of its versions. */
export type LoggedItem = {
  kind: ItemKind
  reference: string
  version: number
  snapshot: Snapshot
}

/** An item as a spreadsheet row. */
export function rowOf({ kind, reference, version, snapshot }: LoggedItem): ItemRow {
  return {
    kind,
    reference,
    revision: version,
    fields: fieldsOf(snapshot),
    cells: cellsOf(snapshot),
  }
}

/** What a snapshot says, cell by cell. A statement that rests on several citations shows the first. */
export function cellsOf(snapshot: ProposedSnapshot): Cells {
  const { statement } = snapshot
  const [cited] = statement?.citations ?? []
  const cells = Object.fromEntries(editableColumns.map((column) => [column, ''])) as Cells
  for (const part of ['title', 'text'] as const) write(cells, part, snapshot.texts[part])
  for (const part of ['note', 'reason'] as const) write(cells, part, statement?.texts[part])
  return {
    ...cells,
    state: snapshot.state ?? '',
    asOf: statement?.asOf ?? '',
    assertedBy: statement?.assertedBy ?? '',
    source: cited?.source ?? '',
    quote: cited?.quote ?? '',
    locator: cited?.locator ?? '',
  }
}

function write(
  cells: Cells,
  part: 'title' | 'text' | 'note' | 'reason',
  text: Evidenced['texts'][string],
): void {
  for (const language of ['zh-Hant', 'zh-Hans', 'en'] as const) {
    cells[`${part}.${language}`] = text?.[language]?.body ?? ''
  }
}
