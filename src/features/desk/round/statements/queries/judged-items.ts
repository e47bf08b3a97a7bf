import 'server-only'
import type { Side } from '@/features/register/cities/model'
import type { ItemKind, ItemState } from '@/features/register/states/model/states'
import {
  fieldsOf,
  type LoggedCitation,
  type Snapshot,
} from '@/features/register/subjects/model/snapshot'
import { isoDay } from '@/i18n/formats'
import type { LocalizedText } from '@/i18n/localized-text'
import type { Database, Transaction } from '@/server/database/database'

/** What the rules look at in an item before it gets a statement; as the log has it. Days are ISO. */
export type JudgedItem = {
  kind: ItemKind
  reference: string
  /** References of the fields that it belongs to. */
  fields: string[]
  /** The two sides of its mechanism. */
  sides: Side[]
  /** The day of the conference that announced it. */
  conferenceDay: string
  version: number
  state: ItemState
  asOf: string | null
  assertedBy: string | null
  note: LocalizedText
  reason: LocalizedText
  citations: LoggedCitation[]
}

type Row = {
  kind: ItemKind
  reference: string
  version: number
  heldOn: Date
  sides: Side[]
  snapshot: Snapshot<'project'> | Snapshot<'document'>
}

/**
 * Items by reference as far as the rules ask about them, thousands as well as one: a statement for each row
 * of a spreadsheet is judged by them. Unknown references are left out.
 */
export async function readJudgedItems(
  db: Database | Transaction,
  references: readonly string[],
): Promise<ReadonlyMap<string, JudgedItem>> {
  if (references.length === 0) return new Map()
  const rows = await db.$queryRaw<Row[]>`
    select item.kind, item."reference", item."version", c."heldOn",
      array[m."firstCityCode", m."secondCityCode"] as sides, r."after" as snapshot
    from (
      select 'project' as kind, "reference", "version", "conferenceId" from "Project" union all
      select 'document', "reference", "version", "conferenceId" from "Document"
    ) item join "Conference" c on c."id" = item."conferenceId"
    join "Mechanism" m on m."id" = c."mechanismId"
    join "Revision" r on r."subjectKind" = item.kind::"SubjectKind"
      and r."subjectReference" = item."reference" and r."subjectRevision" = item."version"
    where item."reference" = any(${[...references]}::text[])`
  return new Map(rows.map((row) => [row.reference, toJudged(row)]))
}

function toJudged({ kind, reference, version, heldOn, sides, snapshot }: Row): JudgedItem {
  const { statement } = snapshot
  return {
    kind,
    reference,
    fields: fieldsOf(snapshot),
    sides,
    conferenceDay: isoDay(heldOn),
    version,
    state: snapshot.state,
    asOf: statement?.asOf ?? null,
    assertedBy: statement?.assertedBy ?? null,
    note: statement?.texts.note ?? {},
    reason: statement?.texts.reason ?? {},
    citations: statement?.citations ?? [],
  }
}
