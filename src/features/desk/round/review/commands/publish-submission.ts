import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayReview } from '@/features/desk/officers/policy'
import {
  type Published,
  publishContent,
} from '@/features/desk/round/publication/commands/publish-content'
import {
  AlreadyDecided,
  mayMove,
  underway,
} from '@/features/desk/round/submissions/model/submission'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import { holdLog } from '@/server/database/hold-log'
import type { Outcome } from '@/server/outcome'
import { type PublicationRefused, refusalOf } from './refusal'
import { findWithAuthor, notePublished, roundOf } from './submission'

/**
 * Publishes what an officer submitted, now, with the reviewer as approver.
 * @param input.version the subject's version that the reviewer compared the submission with.
 *
 * Refused: `no_such_submission`, `not_reviewer` (no reviewer, or the author), `already_decided`, and what
 * stops a publication: `conflict`, `invalid` (it does not stand any more), `no_such_source`, `nothing_changed`. Each refusal is audited.
 */
export async function publishSubmission(
  actor: Officer,
  input: { id: string; version: number },
): Promise<
  Outcome<
    Published,
    { reason: 'no_such_submission' | 'not_reviewer' | 'already_decided' } | PublicationRefused
  >
> {
  const refuse = refuser(actor, 'submissions.publish', input.id)
  const found = await findWithAuthor(input.id)
  if (!found) return refuse({ reason: 'no_such_submission' })
  if (!mayReview(actor, { authorId: found.author.id })) return refuse({ reason: 'not_reviewer' })
  if (!mayMove(found.state, 'published')) return refuse({ reason: 'already_decided' })
  const db = await database()
  try {
    const published = await db.$transaction(async (tx) => {
      // Before any row is locked: a release locks the same rows while it holds the log.
      await holdLog(tx)
      const at = now()
      const decided = await tx.submission.updateMany({
        where: { id: input.id, state: underway },
        data: {
          state: 'published',
          reviewerId: actor.id,
          decidedAt: at,
          releaseId: null,
          approvedVersion: null,
        },
      })
      if (decided.count === 0) throw new AlreadyDecided()
      const done = await publishContent(tx, found, input.version, roundOf(found, actor, at))
      await notePublished(tx, input.id, done.revision)
      await recordAct(tx, {
        officerId: actor.id,
        action: 'submissions.publish',
        subject: done.reference,
        outcome: 'done',
        detail: { submission: input.id, revision: done.revision },
      })
      return done
    })
    return { ok: true, ...published }
  } catch (error) {
    if (error instanceof AlreadyDecided) return refuse({ reason: 'already_decided' })
    return refuse(refusalOf(error))
  }
}
