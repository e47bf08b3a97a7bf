import 'server-only'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import { type Preferences, preferencesInput } from '../input'
import type { Officer } from '../model'

/** Changes one's own language, and which mails one gets. Refused: `invalid`. */
export async function changePreferences(
  actor: Officer,
  input: Preferences,
): Promise<Outcome<object, { reason: 'invalid' }>> {
  const act = { officerId: actor.id, action: 'account.change_preferences', subject: actor.email }
  const parsed = preferencesInput.safeParse(input)
  if (!parsed.success) return refuser(actor, act.action, act.subject)({ reason: 'invalid' })
  const db = await database()
  await db.$transaction(async (tx) => {
    await tx.officer.update({ where: { id: actor.id }, data: parsed.data })
    await recordAct(tx, { ...act, outcome: 'done', detail: parsed.data })
  })
  return { ok: true }
}
