import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayMove } from '@/features/desk/round/submissions/model/submission'
import { refuser } from '@/server/audit/refuser'
import type { Outcome } from '@/server/outcome'
import { close, findWithAuthor } from './submission'

/**
 * Takes back one's own submission while it waits, for a reviewer or for its release.
 * Refused: `no_such_submission`, `not_author`, `already_decided`; audited.
 */
export async function withdrawSubmission(
  actor: Officer,
  input: { id: string },
): Promise<Outcome<object, { reason: 'no_such_submission' | 'not_author' | 'already_decided' }>> {
  const action = 'submissions.withdraw'
  const refuse = refuser(actor, action, input.id)
  const found = await findWithAuthor(input.id)
  if (!found) return refuse({ reason: 'no_such_submission' })
  if (found.author.id !== actor.id) return refuse({ reason: 'not_author' })
  if (!mayMove(found.state, 'withdrawn')) return refuse({ reason: 'already_decided' })
  const done = await close(actor, action, input.id, { state: 'withdrawn' })
  return done ? { ok: true } : refuse({ reason: 'already_decided' })
}
