import 'server-only'
import type { Correction } from '@/features/register/log/model'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import type { Snapshot } from '@/features/register/subjects/model/snapshot'
import type { Database, Transaction } from '@/server/database/database'

/** A subject by its kind and reference. */
export type Subject<Kind extends SubjectKind = SubjectKind> = { kind: Kind; reference: string }

/** A subject as the log has it at one of its versions: the number of the revision that made it so. */
export type SubjectVersion<Kind extends SubjectKind = SubjectKind> = Subject<Kind> & {
  version: number
  snapshot: Snapshot
}

/** Subjects as they are now, in their order; null for an unknown one. */
export async function readLatest<Kind extends SubjectKind>(
  db: Database | Transaction,
  subjects: readonly Subject<Kind>[],
): Promise<(SubjectVersion<Kind> | null)[]> {
  if (subjects.length === 0) return []
  const rows = await db.$queryRaw<SubjectVersion<Kind>[]>`
    select distinct on (r."subjectKind", r."subjectReference")
      r."subjectKind"::text as kind, r."subjectReference" as reference,
      r."subjectRevision" as version, r."after" as snapshot
    from unnest(${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ reference }) => reference)}::text[])
      as asked(kind, reference)
    join "Revision" r
      on r."subjectKind" = asked.kind::"SubjectKind" and r."subjectReference" = asked.reference
    order by r."subjectKind", r."subjectReference", r."subjectRevision" desc`
  const found = new Map(rows.map((row) => [`${row.kind} ${row.reference}`, row]))
  return subjects.map(({ kind, reference }) => found.get(`${kind} ${reference}`) ?? null)
}

/**
 * Subjects as they stood at a version, in their order; null where there is none. What somebody else has changed
 * since an officer opened a form is what differs between that and the subject now.
 */
export async function readAtVersions(
  db: Database | Transaction,
  subjects: readonly (Subject & { version: number })[],
): Promise<(Snapshot | null)[]> {
  if (subjects.length === 0) return []
  const rows = await db.$queryRaw<SubjectVersion[]>`
    select r."subjectKind"::text as kind, r."subjectReference" as reference,
      r."subjectRevision" as version, r."after" as snapshot
    from unnest(${subjects.map(({ kind }) => kind)}::text[],
      ${subjects.map(({ reference }) => reference)}::text[],
      ${subjects.map(({ version }) => version)}::int[]) as asked(kind, reference, version)
    join "Revision" r
      on r."subjectKind" = asked.kind::"SubjectKind" and r."subjectReference" = asked.reference
        and r."subjectRevision" = asked.version`
  const keyOf = ({ kind, reference, version }: Subject & { version: number }) =>
    `${kind} ${reference} ${version}`
  const found = new Map(rows.map((row) => [keyOf(row), row.snapshot]))
  return subjects.map((subject) => found.get(keyOf(subject)) ?? null)
}

/** Whether the revision that a submission corrects, if any, is one of its subject's. */
export async function isOfSubject(
  db: Database | Transaction,
  { kind, reference }: { kind: SubjectKind; reference: string | null },
  correction: Correction | null,
): Promise<boolean> {
  if (!correction) return true
  const revision = await db.revision.findUnique({ where: { number: correction.revision } })
  return revision?.subjectKind === kind && revision.subjectReference === reference
}
