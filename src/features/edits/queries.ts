import 'server-only'
import { type Database, database, type Transaction } from '../../server/database/database'
import type { Officer } from '../officers/model'
import type { Correction, Snapshot } from '../revisions/model'
import { type EditableKind, type EditContent, isEditableKind } from './model'

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
      snapshot: revision.after as unknown as Snapshot,
    }
  )
}

/** A subject as it stood at a version of its own: what an edit was made on; null where there is none. */
export async function readAtVersion(
  db: Database | Transaction,
  kind: EditableKind,
  reference: string,
  version: number,
): Promise<Snapshot | null> {
  const revision = await db.revision.findFirst({
    where: { subjectKind: kind, subjectReference: reference, subjectRevision: version },
    select: { after: true },
  })
  return (revision?.after ?? null) as Snapshot | null
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
  subject: { kind: EditableKind; reference: string },
): Promise<WaitingEdit | null> {
  const row = await db.submission.findFirst({
    where: {
      kind: 'edit',
      state: 'submitted',
      authorId: officer.id,
      subjectKind: subject.kind,
      subjectReference: subject.reference,
    },
    orderBy: { submittedAt: 'desc' },
  })
  return (
    row && {
      id: row.id,
      content: row.content as unknown as EditContent,
      baseVersion: row.baseVersion,
      correction:
        row.corrects === null
          ? null
          : { revision: row.corrects, why: row.correctionReason as Correction['why'] },
    }
  )
}
