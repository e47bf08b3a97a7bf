import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayReview } from '@/features/desk/officers/policy'
import { problemOfRelease, releaseInput } from '@/features/desk/round/submissions/input'
import { AlreadyDecided, mayMove } from '@/features/desk/round/submissions/model/submission'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import { needsAnswer } from '../queries/asked-side'
import { findWithAuthor } from './submission'

/** A release that is planned already, or a new one: a moment in Hong Kong time, and what for. */
export type ChosenRelease = { releaseId: string } | { at: string; title: string }

/**
 * Approves a submission for a release: it becomes public at that moment with everything else in it, or not
 * at all. The approval holds for the subject as the reviewer saw it.
 *
 * Refused: `no_such_submission`, `not_reviewer`, `already_decided`, `other_side_first` (of both sides, and
 * the other has not said yes), `no_such_release` (none, or over),
 * `not_a_time`, `past_time`, `title_required`, `title_too_long`; audited.
 */
export async function approveSubmission(
  actor: Officer,
  input: { id: string; version: number; release: ChosenRelease },
): Promise<
  Outcome<
    { release: string; at: Date },
    {
      reason:
        | 'no_such_submission'
        | 'not_reviewer'
        | 'already_decided'
        | 'other_side_first'
        | 'no_such_release'
        | 'not_a_time'
        | 'past_time'
        | 'title_required'
        | 'title_too_long'
    }
  >
> {
  const action = 'submissions.approve'
  const refuse = refuser(actor, action, input.id)
  const found = await findWithAuthor(input.id)
  if (!found) return refuse({ reason: 'no_such_submission' })
  if (!mayReview(actor, { authorId: found.author.id })) return refuse({ reason: 'not_reviewer' })
  if (!mayMove(found.state, 'approved')) return refuse({ reason: 'already_decided' })
  // A release is for what can become public at its moment.
  if (needsAnswer(found)) return refuse({ reason: 'other_side_first' })
  const db = await database()
  const chosen = input.release
  const at = now()
  const planned = 'at' in chosen ? releaseInput.safeParse(chosen) : null
  const problem = planned && problemOfRelease(planned, at)
  if (problem) return refuse({ reason: problem })
  try {
    const release = await db.$transaction(async (tx) => {
      const existing =
        'releaseId' in chosen
          ? await tx.$queryRaw<
              { id: string; at: Date }[]
            >`select id, at from "Release" where id = ${chosen.releaseId} and state = 'scheduled' for update`
          : null
      const target = planned?.data
        ? await tx.release.create({
            data: { ...planned.data, createdById: actor.id, createdAt: at },
          })
        : existing?.[0]
      if (!target) return null
      const decided = await tx.submission.updateMany({
        where: { id: input.id, state: 'submitted' },
        data: {
          state: 'approved',
          reviewerId: actor.id,
          approvedVersion: input.version,
          releaseId: target.id,
          decidedAt: at,
        },
      })
      if (decided.count === 0) throw new AlreadyDecided()
      await recordAct(tx, {
        officerId: actor.id,
        action,
        subject: found.subjectReference,
        outcome: 'done',
        detail: { submission: input.id, release: target.id, at: target.at.toISOString() },
      })
      return target
    })
    if (!release) return refuse({ reason: 'no_such_release' })
    return { ok: true, release: release.id, at: release.at }
  } catch (error) {
    if (error instanceof AlreadyDecided) return refuse({ reason: 'already_decided' })
    throw error
  }
}
