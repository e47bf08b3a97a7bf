import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { correctionOf } from '@/features/desk/round/submissions/model/submission'
import {
  readLatest,
  type Subject,
  type SubjectVersion,
} from '@/features/desk/round/submissions/queries/versions'
import type { Correction } from '@/features/register/log/model'
import { type EditableKind, isEditableKind } from '@/features/register/subjects/model/kinds'
import { type Database, database, type Transaction } from '@/server/database/database'
import { type EditContent, editContentOf } from '../model/edit'

/** A subject as the editor needs it. */
export type EditableSubject = SubjectVersion<EditableKind>

/** A subject with its version, as the log has it now; null for an unknown one. */
export async function findEditable(
  kind: string,
  reference: string,
): Promise<EditableSubject | null> {
  if (!isEditableKind(kind)) return null
  return (await readLatest(await database(), [{ kind, reference }]))[0] ?? null
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
      correction: correctionOf(row),
    }
    return [`${row.subjectKind} ${row.subjectReference}`, edit] as const
  })
  return new Map(waiting.filter(([key]) => asked.has(key)))
}
