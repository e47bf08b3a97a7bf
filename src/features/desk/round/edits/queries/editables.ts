import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import type { Correction } from '@/features/register/log/model'
import { type EditableKind, isEditableKind } from '@/features/register/subjects/model/kinds'
import { type Snapshot, snapshotOf } from '@/features/register/subjects/model/snapshot'
import { type Database, database, type Transaction } from '@/server/database/database'
import { type EditContent, editContentOf } from '../model/edit'

/** A subject as the editor needs it. */
export type EditableSubject = {
  kind: EditableKind
  reference: string
  /** Its version: the number of its latest revision. */
  version: number
  snapshot: Snapshot
}

/** A subject with its version, as the log has it now; null for an unknown one. */
export async function findEditable(
  kind: string,
  reference: string,
): Promise<EditableSubject | null> {
  return isEditableKind(kind) ? readEditable(await database(), kind, reference) : null
}

/** As `findEditable`, inside a transaction or out of one. */
export async function readEditable(
  db: Database | Transaction,
  kind: EditableKind,
  reference: string,
): Promise<EditableSubject | null> {
  const revision = await db.revision.findFirst({
    where: { subjectKind: kind, subjectReference: reference },
    orderBy: { subjectRevision: 'desc' },
  })
  return (
    revision && {
      kind,
      reference,
      version: revision.subjectRevision,
      snapshot: snapshotOf(revision.after),
    }
  )
}

/** A subject by its kind and reference. */
type Subject = { kind: EditableKind; reference: string }

/** As `readEditable`, of many subjects at once, in their order; null for an unknown one. */
export async function readEditables(
  db: Database | Transaction,
  subjects: readonly Subject[],
): Promise<(EditableSubject | null)[]> {
  if (subjects.length === 0) return []
  const rows = await db.$queryRaw<EditableSubject[]>`
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

/** Many subjects, each as it stood at a version of its own, in their order; null where there is none. */
export async function readAtVersions(
  db: Database | Transaction,
  subjects: readonly (Subject & { version: number })[],
): Promise<(Snapshot | null)[]> {
  if (subjects.length === 0) return []
  const rows = await db.$queryRaw<EditableSubject[]>`
    select r."subjectKind"::text as kind, r."subjectReference" as reference,
      r."subjectRevision" as version, r."after" as snapshot
    from unnest(${subjects.map(({ kind }) => kind)}::text[],
      ${subjects.map(({ reference }) => reference)}::text[],
      ${subjects.map(({ version }) => version)}::int[]) as asked(kind, reference, version)
    join "Revision" r
      on r."subjectKind" = asked.kind::"SubjectKind" and r."subjectReference" = asked.reference
        and r."subjectRevision" = asked.version`
  const keyOf = (row: Subject & { version: number }) =>
    `${row.kind} ${row.reference} ${row.version}`
  const found = new Map(rows.map((row) => [keyOf(row), row.snapshot]))
  return subjects.map((subject) => found.get(keyOf(subject)) ?? null)
}

/** An edit that waits for review. */
export type WaitingEdit = {
  id: string
  content: EditContent
  /** The subject's version that it was made on. */
  baseVersion: number
  correction: Correction | null
}

/** The officer's own edit of a subject that waits for review; null when there is none. */
export async function readWaitingEdit(
  db: Database | Transaction,
  officer: Pick<Officer, 'id'>,
  subject: Subject,
): Promise<WaitingEdit | null> {
  return [...(await readWaitingEdits(db, officer, [subject])).values()][0] ?? null
}

/** As `readWaitingEdit`, of many subjects at once, by `kind reference`. */
export async function readWaitingEdits(
  db: Database | Transaction,
  officer: Pick<Officer, 'id'>,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, WaitingEdit>> {
  if (subjects.length === 0) return new Map()
  const asked = new Set(subjects.map(({ kind, reference }) => `${kind} ${reference}`))
  const rows = await db.submission.findMany({
    where: {
      kind: 'edit',
      state: 'submitted',
      authorId: officer.id,
      subjectReference: { in: subjects.map(({ reference }) => reference) },
    },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  })
  const waiting = rows.map((row) => {
    const edit = {
      id: row.id,
      content: editContentOf(row.content),
      baseVersion: row.baseVersion,
      correction:
        row.corrects === null
          ? null
          : { revision: row.corrects, why: row.correctionReason as Correction['why'] },
    }
    return [`${row.subjectKind} ${row.subjectReference}`, edit] as const
  })
  return new Map(waiting.filter(([key]) => asked.has(key)))
}
