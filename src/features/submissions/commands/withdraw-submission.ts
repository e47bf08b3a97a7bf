import 'server-only'
import type { Outcome } from '../../../server/outcome'
import type { Officer } from '../../officers/model'
import { decide } from './decide'
import { refuser } from './refuse'
import { findWithAuthor, isDecided } from './submission'

/**
 * Takes back one's own submission while it waits.
 * Refused: `no_such_submission`, `not_author`, `already_decided`; audited.
 */
export async function withdrawSubmission(
  actor: Officer,
  input: { id: string },
): Promise<Outcome<object, { reason: 'no_such_submission' | 'not_author' | 'already_decided' }>> {
  const action = 'progress.withdraw_submission'
  const refuse = refuser(actor, action, input.id)
  const found = await findWithAuthor(input.id)
  if (!found) return refuse({ reason: 'no_such_submission' })
  if (found.author.id !== actor.id) return refuse({ reason: 'not_author' })
  if (isDecided(found.state)) return refuse({ reason: 'already_decided' })
  const done = await decide(actor, action, input.id, { state: 'withdrawn' })
  return done ? { ok: true } : refuse({ reason: 'already_decided' })
}
