import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayManageMail } from '@/features/desk/officers/policy'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import { sendAgainInput } from '../input'
import { maySendAgain } from '../model'

/**
 * Has a mail sent once more that failed, or of which nobody knows whether it arrived; the latter only when
 * the officer says that they know it may arrive twice.
 * Refused: `not_allowed`, `no_such_mail`, `mail_on_its_way`, `may_arrive_twice`; audited.
 */
export async function sendMailAgain(
  actor: Officer,
  input: { id: string; mayArriveTwice: string },
): Promise<
  Outcome<
    object,
    { reason: 'not_allowed' | 'no_such_mail' | 'mail_on_its_way' | 'may_arrive_twice' }
  >
> {
  const action = 'mail.send_again'
  const parsed = sendAgainInput.safeParse(input)
  const refuse = refuser(actor, action, parsed.data?.id ?? null)
  if (!mayManageMail(actor)) return refuse({ reason: 'not_allowed' })
  if (!parsed.success) return refuse({ reason: 'no_such_mail' })
  const { id, mayArriveTwice } = parsed.data
  const db = await database()
  const mail = await db.mail.findUnique({ where: { id } })
  if (!mail) return refuse({ reason: 'no_such_mail' })
  const { state } = mail
  if (!maySendAgain(state)) return refuse({ reason: 'mail_on_its_way' })
  if (state === 'uncertain' && !mayArriveTwice) return refuse({ reason: 'may_arrive_twice' })
  const done = await db.$transaction(async (tx) => {
    const { count } = await tx.mail.updateMany({
      where: { id, state },
      data: { state: 'waiting', route: null, attempts: 0, nextAttemptAt: now(), lastError: null },
    })
    if (count === 0) return false
    const detail = { key: mail.key, was: state }
    await recordAct(tx, { officerId: actor.id, action, subject: id, outcome: 'done', detail })
    return true
  })
  return done ? { ok: true } : refuse({ reason: 'mail_on_its_way' })
}
