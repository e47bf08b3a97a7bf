import type { ItemKind } from '@/features/register/states/model/states'
import type { LoggedCitation, Snapshot } from '@/features/register/subjects/model/snapshot'
import { type Cells, editableColumns, type ItemRow } from './spreadsheet'

/** An item as the log has it, at one of its versions. */
export type LoggedItem = {
  kind: ItemKind
  reference: string
  version: number
  snapshot: Snapshot
}

/** What a snapshot says of the live statement; null while nothing has been said. */
export type LoggedStatement = {
  asOf: string
  assertedBy: string
  texts: Snapshot['texts']
  citations: LoggedCitation[]
}

export function statementOf(snapshot: Snapshot): LoggedStatement | null {
  return (snapshot.statement ?? null) as LoggedStatement | null
}

/** The fields that an item belongs to: one at most for a project. */
export function fieldsOf(snapshot: Snapshot): string[] {
  if (typeof snapshot.field === 'string') return [snapshot.field]
  return Array.isArray(snapshot.fields) ? (snapshot.fields as string[]) : []
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
export function cellsOf(snapshot: Snapshot): Cells {
  const statement = statementOf(snapshot)
  const [cited] = statement?.citations ?? []
  const cells = Object.fromEntries(editableColumns.map((column) => [column, ''])) as Cells
  for (const part of ['title', 'text'] as const) write(cells, part, snapshot.texts[part])
  for (const part of ['note', 'reason'] as const) write(cells, part, statement?.texts[part])
  return {
    ...cells,
    state: String(snapshot.state ?? ''),
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
  text: Snapshot['texts'][string],
): void {
  for (const language of ['zh-Hant', 'zh-Hans', 'en'] as const) {
    cells[`${part}.${language}`] = text?.[language]?.body ?? ''
  }
}
