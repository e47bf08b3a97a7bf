import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { isReviewer, mayAnswer } from '@/features/desk/officers/policy'
import { readActiveOfficer } from '@/features/desk/officers/queries'
import { publishContent } from '@/features/desk/round/publication/commands/publish-content'
import { AlreadyDecided } from '@/features/desk/round/submissions/model/submission'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import { holdLog } from '@/server/database/hold-log'
import type { Outcome } from '@/server/outcome'
import { askedOf, needsAnswer } from '../queries/asked-side'
import { type PublicationRefused, refusalOf } from './refusal'
import { findWithAuthor, notePublished, roundOf, undecided } from './submission'

type Refused =
  | {
      reason: 'no_such_submission' | 'not_other_side' | 'already_decided' | 'approver_gone'
    }
  | PublicationRefused

/**
 * Says yes for the actor's side to what an officer of the other submitted as said by both. Where a reviewer has
 * approved it already, it is published in the same act; else the yes is kept until one has.
 *
 * Refused: `no_such_submission`, `not_other_side`, `already_decided`, `approver_gone`, and what stops a
 * publication; after those a reviewer looks at it again. Each refusal is audited.
 */
export async function answerForSide(
  actor: Officer,
  input: { id: string },
): Promise<Outcome<{ revision: number | null }, Refused>> {
  const action = 'submissions.agree'
  const refuse = refuser(actor, action, input.id)
  const found = await findWithAuthor(input.id)
  if (!found) return refuse({ reason: 'no_such_submission' })
  const asked = needsAnswer(found) ? await askedOf(found) : null
  if (!asked || !mayAnswer(actor, asked)) return refuse({ reason: 'not_other_side' })
  const db = await database()
  const at = now()
  const agreed = { agreedById: actor.id, agreedAt: at }
  const act = { officerId: actor.id, action, subject: asked.reference, outcome: 'done' } as const
  const kept = await db.$transaction(async (tx) => {
    const { count } = await tx.submission.updateMany({
      where: { id: input.id, state: 'submitted', agreedById: null },
      data: agreed,
    })
    if (count > 0) await recordAct(tx, { ...act, detail: { submission: input.id } })
    return count > 0
  })
  if (kept) return { ok: true, revision: null }
  try {
    const revision = await db.$transaction(async (tx) => {
      await holdLog(tx)
      const { count } = await tx.submission.updateMany({
        where: { id: input.id, state: 'awaiting_side', agreedById: null },
        data: { ...agreed, state: 'published', approvedVersion: null },
      })
      if (count === 0) throw new AlreadyDecided()
      const approver = await readActiveOfficer(tx, found.reviewerId ?? '')
      if (!approver || !isReviewer(approver)) throw new ApproverGone()
      const round = { ...roundOf(found, approver, at), agreed: { officer: actor, at } }
      const done = await publishContent(tx, found, found.approvedVersion ?? 0, round)
      await notePublished(tx, input.id, done.revision)
      await recordAct(tx, {
        ...act,
        detail: { submission: input.id, revision: done.revision },
      })
      return done.revision
    })
    return { ok: true, revision }
  } catch (error) {
    if (error instanceof AlreadyDecided) return refuse({ reason: 'already_decided' })
    const refusal =
      error instanceof ApproverGone ? ({ reason: 'approver_gone' } as const) : refusalOf(error)
    // What was approved is no longer what would be published: a reviewer looks at it again.
    await db.submission.updateMany({
      where: { id: input.id, state: 'awaiting_side' },
      data: undecided,
    })
    return refuse(refusal)
  }
}

/** Whoever approved it may not review any more. */
class ApproverGone extends Error {}
