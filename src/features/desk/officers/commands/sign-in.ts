import 'server-only'
import { recordAct } from '@/server/audit/audit'
import { strangerRefuser } from '@/server/audit/refuser'
import { askAuthentication, refusalOf } from '@/server/authentication/ask'
import type { Browser } from '@/server/authentication/browser'
import { now } from '@/server/clock'
import { type Database, database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import { emailInput } from '../input'

/** What a sign-in begins: a session, by its `Set-Cookie` headers; or the second step, which asks for a code. */
export type SignedIn = { cookies: string[]; asksForCode: boolean }

/**
 * Checks an address and a password, and begins a session where no second factor is set up.
 * Refused: `wrong_credentials`, the same for an unknown address, a wrong password and a disabled officer;
 * `too_many_attempts` after `SIGN_IN_LIMIT` a minute from one address; `passkey_required` where the password is right
 * and a passkey is the officer's only second factor.
 */
export async function signIn(
  input: { email: string; password: string },
  browser: Browser,
): Promise<
  Outcome<SignedIn, { reason: 'wrong_credentials' | 'too_many_attempts' | 'passkey_required' }>
> {
  const email = input.email.trim().toLowerCase()
  // Recorded only if it is an address: some people type their password into the wrong field.
  const subject = emailInput.safeParse(email).data ?? null
  const refuse = strangerRefuser('officers.sign_in', subject)
  const answer = await askAuthentication(
    '/sign-in/email',
    { email, password: input.password },
    { ...browser, cookie: '' },
  )
  const refusal = await refusalOf(answer)
  if (refusal) {
    return refuse({
      reason: refusal === 'too_many_attempts' ? 'too_many_attempts' : 'wrong_credentials',
    })
  }
  const db = await database()
  const officer = await db.officer.findUniqueOrThrow({
    where: { email },
    include: { passkeys: true },
  })
  const cookies = answer.headers.getSetCookie()
  if (officer.twoFactorEnabled) {
    await recordAct(db, {
      officerId: officer.id,
      action: 'officers.password_accepted',
      subject,
      outcome: 'done',
    })
    return { ok: true, cookies, asksForCode: true }
  }
  if (officer.passkeys.length > 0) {
    // The password alone began this session; its token has not left the server, and it ends here.
    const { token }: { token: string } = await answer.json()
    await db.officerSession.deleteMany({ where: { token } })
    return refuse({ reason: 'passkey_required' })
  }
  await recordSignIn(db, officer, 'password')
  return { ok: true, cookies, asksForCode: false }
}

/** Audits a sign-in and deletes expired sessions, which hold people's network addresses. */
export async function recordSignIn(
  db: Database,
  officer: { id: string; email: string },
  by: 'password' | 'authenticator' | 'recovery_code' | 'passkey',
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.officerSession.deleteMany({ where: { expiresAt: { lt: now() } } })
    await recordAct(tx, {
      officerId: officer.id,
      action: 'officers.sign_in',
      subject: officer.email,
      outcome: 'done',
      detail: { by },
    })
  })
}
