import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayManageMail } from '@/features/desk/officers/policy'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { database } from '@/server/database/database'
import { writeMails } from '@/server/mail/outbox'
import type { Outcome } from '@/server/outcome'
import { sendTestInput } from '../input'

/**
 * Sends the officer a mail of theirs alone, to see whether mail arrives; once for each form shown.
 * Refused: `not_allowed`, `no_such_mail` (a form that is none of ours); audited.
 */
export async function sendTestMail(
  actor: Officer,
  input: { token: string },
): Promise<Outcome<object, { reason: 'not_allowed' | 'no_such_mail' }>> {
  const action = 'mail.send_test'
  const refuse = refuser(actor, action, null)
  if (!mayManageMail(actor)) return refuse({ reason: 'not_allowed' })
  const parsed = sendTestInput.safeParse(input)
  if (!parsed.success) return refuse({ reason: 'no_such_mail' })
  const key = `test:${actor.id}:${parsed.data.token}`
  const db = await database()
  await db.$transaction(async (tx) => {
    await writeMails(tx, [{ key, officerId: actor.id, kind: 'test', detail: {} }])
    await recordAct(tx, { officerId: actor.id, action, subject: actor.email, outcome: 'done' })
  })
  return { ok: true }
}
