import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayWrite } from '@/features/desk/officers/policy'
import { refuser } from '@/server/audit/refuser'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import { draftInput } from '../submissions/input'

/**
 * Keeps what an officer is typing, in place of what was kept of the same form. A draft is the officer's own
 * affair: nobody else sees it, and it is not audited. Submitting ends it.
 * Refused: `not_allowed` (who may write nothing), `invalid` (no form, or too long).
 */
export async function saveDraft(
  actor: Officer,
  input: unknown,
): Promise<Outcome<{ savedAt: string }, { reason: 'not_allowed' | 'invalid' }>> {
  const refuse = refuser(actor, 'submissions.save_draft', null)
  if (!mayWrite(actor)) return refuse({ reason: 'not_allowed' })
  const parsed = draftInput.safeParse(input)
  if (!parsed.success) return refuse({ reason: 'invalid' })
  const { key, values, baseVersion } = parsed.data
  const updatedAt = now()
  const db = await database()
  await db.draft.upsert({
    where: { officerId_key: { officerId: actor.id, key } },
    create: { officerId: actor.id, key, values, baseVersion, updatedAt },
    update: { values, baseVersion, updatedAt },
  })
  return { ok: true, savedAt: updatedAt.toISOString() }
}

/** Throws a draft away; nothing happens when there is none. */
export async function discardDraft(actor: Officer, key: string): Promise<void> {
  const db = await database()
  await db.draft.deleteMany({ where: { officerId: actor.id, key } })
}
