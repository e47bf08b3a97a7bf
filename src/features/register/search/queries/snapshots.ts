import 'server-only'
import type { Snapshot } from '@/features/register/subjects/model/snapshot'
import type { Database, Transaction } from '@/server/database/database'
import type { SearchedKind } from '../model/passages'

/** Something that is searched, as it stands. */
export type Subject = { kind: SearchedKind; reference: string; snapshot: Snapshot }

/** The latest state of subjects of one kind, by the log. */
export async function latestSnapshots(
  tx: Transaction | Database,
  kind: SearchedKind,
  references: readonly string[],
): Promise<Subject[]> {
  const rows = await tx.$queryRaw<{ reference: string; after: Snapshot }[]>`
    select distinct on ("subjectReference") "subjectReference" as reference, "after"
    from "Revision"
    where "subjectKind" = ${kind}::"SubjectKind" and "subjectReference" = any(${references})
    order by "subjectReference", "subjectRevision" desc`
  return rows.map(({ reference, after }) => ({ kind, reference, snapshot: after }))
}
