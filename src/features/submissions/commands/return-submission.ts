import 'server-only'
import type { Outcome } from '../../../server/outcome'
import type { Officer } from '../../officers/model'
import { mayReview } from '../../officers/policy'
import { returnInput } from '../input'
import { decide } from './decide'
import { refuser } from './refuse'
import { findWithAuthor, isDecided } from './submission'

/**
 * Returns a submission to its author with the reason.
 * Refused: `reason_required`, `no_such_submission`, `not_reviewer`, `already_decided`; audited.
 */
export async function returnSubmission(
  actor: Officer,
  input: { id: string; reason: string },
): Promise<
  Outcome<
    object,
    { reason: 'reason_required' | 'no_such_submission' | 'not_reviewer' | 'already_decided' }
  >
> {
  const action = 'progress.return_submission'
  const refuse = refuser(actor, action, input.id)
  const parsed = returnInput.safeParse(input)
  if (!parsed.success) return refuse({ reason: 'reason_required' })
  const found = await findWithAuthor(input.id)
  if (!found) return refuse({ reason: 'no_such_submission' })
  if (!mayReview(actor, { authorId: found.author.id })) return refuse({ reason: 'not_reviewer' })
  if (isDecided(found.state)) return refuse({ reason: 'already_decided' })
  const done = await decide(actor, action, input.id, {
    state: 'returned',
    reviewerId: actor.id,
    returnReason: parsed.data.reason,
  })
  return done ? { ok: true } : refuse({ reason: 'already_decided' })
}
