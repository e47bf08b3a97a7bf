import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayReview } from '@/features/desk/officers/policy'
import { publishContent } from '@/features/desk/round/publication/commands/publish-content'
import { officersOfSide } from '@/features/desk/round/publication/commands/tell-sides'
import { AlreadyDecided, mayMove } from '@/features/desk/round/submissions/model/submission'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import { holdLog } from '@/server/database/hold-log'
import { writeMails } from '@/server/mail/outbox'
import type { Outcome } from '@/server/outcome'
import { type Asked, askedOf, needsAnswer } from '../queries/asked-side'
import { previewOf } from '../queries/preview'
import { type PublicationRefused, refusalOf } from './refusal'
import { type Found, findWithAuthor, notePublished, roundOf } from './submission'

/** What came of a reviewer's yes: the revision, or null where the other side's yes is waited for. */
type Decided = { revision: number | null; reference: string }

/**
 * Publishes what an officer submitted, now, with the reviewer as approver. What an officer of one side submitted as
 * said by both waits for one of the other (`answerForSide`), whose officers are told.
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
    Decided,
    { reason: 'no_such_submission' | 'not_reviewer' | 'already_decided' } | PublicationRefused
  >
> {
  const refuse = refuser(actor, 'submissions.publish', input.id)
  const found = await findWithAuthor(input.id)
  if (!found) return refuse({ reason: 'no_such_submission' })
  if (!mayReview(actor, { authorId: found.author.id })) return refuse({ reason: 'not_reviewer' })
  if (!mayMove(found.state, 'published') || found.state === 'awaiting_side') {
    return refuse({ reason: 'already_decided' })
  }
  const asked = needsAnswer(found) ? await askedOf(found) : null
  if (asked) return awaitSide(actor, found, input.version, asked)
  const db = await database()
  try {
    const published = await db.$transaction(async (tx) => {
      // Before any row is locked: a release locks the same rows while it holds the log.
      await holdLog(tx)
      const at = now()
      const decided = await tx.submission.updateMany({
        where: { id: input.id, state: { in: ['submitted', 'approved'] } },
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

/** Notes a reviewer's yes to what both sides are to say, and asks the officers of the other. */
async function awaitSide(
  actor: Officer,
  found: Found,
  version: number,
  asked: Asked,
): Promise<Outcome<Decided, { reason: 'already_decided' } | PublicationRefused>> {
  const action = 'submissions.publish'
  const refuse = refuser(actor, action, found.id)
  const db = await database()
  const { isOvertaken, problems } = await previewOf(db, found, version)
  if (isOvertaken) return refuse({ reason: 'conflict', conflicts: [] })
  if (problems.length > 0) return refuse({ reason: 'invalid', problems })
  const noted = await db.$transaction(async (tx) => {
    const decided = await tx.submission.updateMany({
      where: { id: found.id, state: 'submitted', agreedById: null },
      data: {
        state: 'awaiting_side',
        reviewerId: actor.id,
        approvedVersion: version,
        decidedAt: now(),
      },
    })
    if (decided.count === 0) return false
    const officers = await Promise.all(
      asked.sides
        .filter((side) => side !== found.author.side)
        .map((side) => officersOfSide(tx, { side, fields: asked.fields })),
    )
    await writeMails(
      tx,
      officers.flat().map((officerId) => ({
        key: `side_asked:${found.id}:${officerId}`,
        officerId,
        kind: 'side_asked' as const,
        detail: { submission: found.id },
      })),
    )
    await recordAct(tx, {
      officerId: actor.id,
      action,
      subject: asked.reference,
      outcome: 'done',
      detail: { submission: found.id, waits: 'other_side' },
    })
    return true
  })
  return noted
    ? { ok: true, revision: null, reference: asked.reference }
    : refuse({ reason: 'already_decided' })
}
