import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayAnswer, mayReview } from '@/features/desk/officers/policy'
import { returnInput } from '@/features/desk/round/submissions/input'
import { mayMove } from '@/features/desk/round/submissions/model/submission'
import { refuser } from '@/server/audit/refuser'
import type { Outcome } from '@/server/outcome'
import { askedOf, needsAnswer } from '../queries/asked-side'
import { close, findWithAuthor } from './submission'

/**
 * Returns a submission to its author with the reason, who is told by mail. One that was approved for a
 * release can be returned too, until it is published. An officer of the other side declines so what was submitted
 * as said by both.
 * Refused: `reason_required`, `reason_too_long`, `no_such_submission`, `not_reviewer`, `already_decided`; audited.
 */
export async function returnSubmission(
  actor: Officer,
  input: { id: string; reason: string },
): Promise<
  Outcome<
    object,
    {
      reason:
        | 'reason_required'
        | 'reason_too_long'
        | 'no_such_submission'
        | 'not_reviewer'
        | 'already_decided'
    }
  >
> {
  const action = 'submissions.return'
  const refuse = refuser(actor, action, input.id)
  const parsed = returnInput.safeParse(input)
  if (!parsed.success) {
    const isLong = parsed.error.issues.some(({ message }) => message === 'too_long')
    return refuse({ reason: isLong ? 'reason_too_long' : 'reason_required' })
  }
  const { id, reason: returnReason } = parsed.data
  const found = await findWithAuthor(id)
  if (!found) return refuse({ reason: 'no_such_submission' })
  const asked = needsAnswer(found) ? await askedOf(found) : null
  const mayDecline = asked !== null && mayAnswer(actor, asked)
  if (!mayDecline && !mayReview(actor, { authorId: found.author.id })) {
    return refuse({ reason: 'not_reviewer' })
  }
  if (!mayMove(found.state, 'returned')) return refuse({ reason: 'already_decided' })
  const mail = {
    key: `returned:${id}`,
    officerId: found.author.id,
    kind: 'returned' as const,
    detail: { submission: id },
  }
  const decision = { state: 'returned' as const, reviewerId: actor.id, returnReason }
  const done = await close(actor, action, id, decision, [mail])
  return done ? { ok: true } : refuse({ reason: 'already_decided' })
}
