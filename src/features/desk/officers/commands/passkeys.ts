import 'server-only'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import type { Browser } from '@/server/authentication/browser'
import { acceptNewPasskey, challengeForNewPasskey } from '@/server/authentication/passkeys'
import { takesPasskeys } from '@/server/authentication/relying-party'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import { passkeyName } from '../input'
import type { Officer } from '../model'
import { confirmPassword, type PasswordRefused } from './confirm-password'

/**
 * Begins to add a passkey, which the browser then makes within five minutes.
 * Refused: `wrong_password`, `too_many_attempts`, `signed_out`, `no_passkeys_here`.
 */
export async function beginPasskey(
  actor: Officer,
  input: { password: string },
  browser: Browser,
): Promise<
  Outcome<
    { options: PublicKeyCredentialCreationOptionsJSON },
    { reason: PasswordRefused | 'no_passkeys_here' }
  >
> {
  const refuse = refuser(actor, 'account.add_passkey', actor.email)
  if (!takesPasskeys()) return refuse({ reason: 'no_passkeys_here' })
  const refused = await confirmPassword(input.password, browser)
  if (refused) return refuse({ reason: refused })
  return { ok: true, options: await challengeForNewPasskey(await database(), actor) }
}

/**
 * Adds the passkey that the browser has made. It is a second factor from now on, and signs in by itself; every
 * other session ends.
 * @param input `response` is what the browser answered, `keep` the session of this browser.
 *   Refused: `passkey_not_accepted`, `passkey_name`.
 */
export async function addPasskey(
  actor: Officer,
  input: { name: string; response: unknown; keep: string },
): Promise<Outcome<object, { reason: 'passkey_not_accepted' | 'passkey_name' }>> {
  const act = { officerId: actor.id, action: 'account.add_passkey', subject: actor.email }
  const refuse = refuser(actor, act.action, act.subject)
  const name = passkeyName.safeParse(input.name)
  if (!name.success) return refuse({ reason: 'passkey_name' })
  const db = await database()
  const made = await acceptNewPasskey(db, actor.id, input.response)
  if (!made) return refuse({ reason: 'passkey_not_accepted' })
  const added = await db.$transaction(async (tx) => {
    const { count } = await tx.passkey.createMany({
      data: [
        {
          officerId: actor.id,
          name: name.data,
          credentialId: made.id,
          publicKey: made.publicKey,
          counter: made.counter,
          transports: made.transports ?? [],
          createdAt: now(),
        },
      ],
      skipDuplicates: true,
    })
    if (count === 0) return false
    await tx.officerSession.deleteMany({ where: { userId: actor.id, id: { not: input.keep } } })
    await recordAct(tx, { ...act, outcome: 'done', detail: { passkey: name.data } })
    return true
  })
  return added ? { ok: true } : refuse({ reason: 'passkey_not_accepted' })
}

/**
 * Removes one of one's own passkeys; every other session ends.
 * Refused: `wrong_password`, `too_many_attempts`, `signed_out`, `no_such_passkey`.
 */
export async function removePasskey(
  actor: Officer,
  input: { id: string; password: string; keep: string },
  browser: Browser,
): Promise<Outcome<object, { reason: PasswordRefused | 'no_such_passkey' }>> {
  const act = { officerId: actor.id, action: 'account.remove_passkey', subject: actor.email }
  const refuse = refuser(actor, act.action, act.subject)
  const refused = await confirmPassword(input.password, browser)
  if (refused) return refuse({ reason: refused })
  const db = await database()
  const removed = await db.$transaction(async (tx) => {
    const passkey = await tx.passkey.findFirst({ where: { id: input.id, officerId: actor.id } })
    if (!passkey) return false
    await tx.passkey.delete({ where: { id: passkey.id } })
    await tx.officerSession.deleteMany({ where: { userId: actor.id, id: { not: input.keep } } })
    await recordAct(tx, { ...act, outcome: 'done', detail: { passkey: passkey.name } })
    return true
  })
  return removed ? { ok: true } : refuse({ reason: 'no_such_passkey' })
}
