import 'server-only'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import type { Officer } from '../model'
import { mayLook } from '../policy'

/**
 * Notes that the officer has looked through the log up to a revision. Never goes back, and never beyond the
 * head: what is published later is news.
 * Refused: `not_allowed` (the second factor is still to be set up), `invalid` (no number); audited.
 */
export async function markSeen(
  actor: Officer,
  input: { revision: number },
): Promise<Outcome<{ seen: number }, { reason: 'not_allowed' | 'invalid' }>> {
  const action = 'officers.mark_seen'
  const refuse = refuser(actor, action, null)
  if (!mayLook(actor)) return refuse({ reason: 'not_allowed' })
  if (!Number.isSafeInteger(input.revision) || input.revision < 0) {
    return refuse({ reason: 'invalid' })
  }
  const db = await database()
  const seen = await db.$transaction(async (tx) => {
    const head = (await tx.revision.aggregate({ _max: { number: true } }))._max.number ?? 0
    const upTo = Math.min(input.revision, head)
    await tx.officer.updateMany({
      where: { id: actor.id, seenRevision: { lt: upTo } },
      data: { seenRevision: upTo },
    })
    await recordAct(tx, {
      officerId: actor.id,
      action,
      subject: null,
      outcome: 'done',
      detail: { revision: upTo },
    })
    return upTo
  })
  return { ok: true, seen }
}
