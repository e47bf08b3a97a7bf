import 'server-only'
import { recordAct } from '../../../server/audit'
import { hongKongDay, now } from '../../../server/clock'
import { database } from '../../../server/database/database'
import type { Outcome } from '../../../server/outcome'
import type { Officer } from '../../officers/model'
import { mayReview } from '../../officers/policy'
import { type FieldProblem, problemsOf } from '../model'
import { findItemForUpdate } from '../queries'
import { patient, publishStatement } from './publish'
import { type PublicationRefused, refusalOf, refuser } from './refuse'
import { AlreadyDecided, findWithAuthor, isDecided } from './submission'

/**
 * Publishes what an officer submitted, with the reviewer as approver.
 * @param input.version the item's version that the reviewer compared the submission with.
 *
 * Refused: `no_such_submission`, `not_reviewer` (an editor, or the author), `already_decided`, `invalid`,
 * and as `submitUpdate`. Each refusal is audited.
 */
export async function publishSubmission(
  actor: Officer,
  input: { id: string; version: number },
): Promise<
  Outcome<
    { revision: number; reference: string },
    | { reason: 'no_such_submission' | 'not_reviewer' | 'already_decided' }
    | { reason: 'invalid'; problems: FieldProblem[] }
    | PublicationRefused
  >
> {
  const refuse = refuser(actor, 'progress.publish_submission', input.id)
  const found = await findWithAuthor(input.id)
  const item = found && (await findItemForUpdate(found.statement.reference))
  if (!found || !item) return refuse({ reason: 'no_such_submission' })
  if (!mayReview(actor, { authorId: found.author.id })) return refuse({ reason: 'not_reviewer' })
  if (isDecided(found.state)) return refuse({ reason: 'already_decided' })
  const situation = { ...item, state: item.live.state, liveAsOf: item.live.asOf }
  const problems = problemsOf(found.statement, situation, hongKongDay(now()))
  if (problems.length > 0 && item.live.version === input.version) {
    return refuse({ reason: 'invalid', problems })
  }
  const db = await database()
  try {
    const revision = await db.$transaction(async (tx) => {
      const decided = await tx.submission.updateMany({
        where: { id: input.id, state: 'submitted' },
        data: { state: 'published', reviewerId: actor.id, decidedAt: now() },
      })
      if (decided.count === 0) throw new AlreadyDecided()
      const number = await publishStatement(tx, {
        item,
        statement: found.statement,
        version: input.version,
        author: found.author,
        approver: actor,
      })
      await recordAct(tx, {
        officerId: actor.id,
        action: 'progress.publish_submission',
        subject: input.id,
        outcome: 'done',
        detail: { revision: number, reference: item.reference },
      })
      return number
    }, patient)
    return { ok: true, revision, reference: item.reference }
  } catch (error) {
    if (error instanceof AlreadyDecided) return refuse({ reason: 'already_decided' })
    return refuse(await refusalOf(error, item))
  }
}
