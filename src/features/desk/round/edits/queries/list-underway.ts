import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { correctionOf, underway } from '@/features/desk/round/submissions/model/submission'
import type { Correction } from '@/features/register/log/model'
import type { EditableKind } from '@/features/register/subjects/model/kinds'
import type { Prisma } from '@/generated/prisma/client'
import { database } from '@/server/database/database'
import { type EditContent, editContentOf } from '../model/edit'

/** An edit of a subject that is on its way. */
export type UnderwayEdit = {
  id: string
  isOwn: boolean
  /** Its author's name. */
  author: string
  state: 'submitted' | 'approved' | 'returned'
  baseVersion: number
  content: EditContent
  returnReason: string | null
  correction: Correction | null
}

/** The edits of a subject that wait, or were returned to this officer and not taken up again; the latest first. */
export async function listUnderway(
  officer: Officer,
  kind: EditableKind,
  reference: string,
): Promise<UnderwayEdit[]> {
  return list(officer, {
    subjectKind: kind,
    subjectReference: reference,
    OR: [{ state: underway }, { state: 'returned', authorId: officer.id, replacedBy: null }],
  })
}

/** The officer's own returned edit of a kind, to be taken up again; null when there is none of this id. */
export async function findReturned(
  officer: Officer,
  kind: EditableKind,
  id: string,
): Promise<UnderwayEdit | null> {
  const [found] = await list(officer, {
    id,
    subjectKind: kind,
    state: 'returned',
    authorId: officer.id,
    replacedBy: null,
  })
  return found ?? null
}

async function list(officer: Officer, where: Prisma.SubmissionWhereInput): Promise<UnderwayEdit[]> {
  const db = await database()
  const rows = await db.submission.findMany({
    where: { ...where, kind: 'edit' },
    include: { author: { select: { id: true, name: true } } },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    isOwn: row.author.id === officer.id,
    author: row.author.name,
    state: row.state as UnderwayEdit['state'],
    baseVersion: row.baseVersion,
    content: editContentOf(row.content),
    returnReason: row.returnReason,
    correction: correctionOf(row),
  }))
}
