import 'server-only'
import type { Side } from '@/features/register/cities/model'
import type { ItemKind } from '@/features/register/states/model/states'
import type { Snapshot } from '@/features/register/subjects/model/snapshot'
import { isoDay } from '@/i18n/formats'
import type { Database, Transaction } from '@/server/database/database'

/** What the rules look at in an item before it gets a statement. */
export type JudgedItem = {
  kind: ItemKind
  reference: string
  version: number
  /** The two sides of its mechanism. */
  sides: Side[]
  /** ISO day of the conference that announced it, else of its signing; null where neither is known. */
  conferenceDay: string | null
  /** As the log has it. */
  snapshot: Snapshot<'project'> | Snapshot<'document'>
}

type Row = Omit<JudgedItem, 'conferenceDay'> & { day: Date | null }

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
    select item.kind, item."reference", item."version", coalesce(c."heldOn", item."signedOn") as day,
      array[m."firstCityCode", m."secondCityCode"] as sides, r."after" as snapshot
    from (
      select 'project' as kind, "reference", "version", "conferenceId", null as "mechanismId", null::date as "signedOn"
      from "Project" union all
      select 'document', "reference", "version", "conferenceId", "mechanismId", "signedOn" from "Document"
    ) item left join "Conference" c on c."id" = item."conferenceId"
    join "Mechanism" m on m."id" = coalesce(item."mechanismId", c."mechanismId")
    join "Revision" r on r."subjectKind" = item.kind::"SubjectKind"
      and r."subjectReference" = item."reference" and r."subjectRevision" = item."version"
    where item."reference" = any(${[...references]}::text[])`
  return new Map(
    rows.map(({ day, ...row }) => [
      row.reference,
      { ...row, conferenceDay: isoDay(day) } satisfies JudgedItem,
    ]),
  )
}
