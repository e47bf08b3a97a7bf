import 'server-only'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { strangerRefuser } from '@/server/audit/refuser'
import { askAuthentication, refusalOf } from '@/server/authentication/ask'
import type { Browser } from '@/server/authentication/browser'
import { takesPasskeys } from '@/server/authentication/relying-party'
import { database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import { recordSignIn } from './sign-in'

/** What the browser is to answer with a passkey, within five minutes. Refused: `too_many_attempts`, `no_passkeys_here`. */
export async function beginPasskeySignIn(
  browser: Browser,
): Promise<
  Outcome<
    { options: PublicKeyCredentialRequestOptionsJSON },
    { reason: 'too_many_attempts' | 'no_passkeys_here' }
  >
> {
  if (!takesPasskeys()) return { ok: false, reason: 'no_passkeys_here' }
  const answer = await askAuthentication(
    '/sign-in/passkey-challenge',
    {},
    { ...browser, cookie: '' },
  )
  if (await refusalOf(answer)) return { ok: false, reason: 'too_many_attempts' }
  return { ok: true, ...(await answer.json()) }
}

/**
 * Begins a session with a passkey, which stands for password and second factor alike.
 * @param input what the browser answered. Refused: `passkey_not_accepted`, the same for an unknown passkey, a
 *   wrong or late answer and a disabled officer; `too_many_attempts`.
 */
export async function signInByPasskey(
  input: { response: unknown },
  browser: Browser,
): Promise<
  Outcome<{ cookies: string[] }, { reason: 'passkey_not_accepted' | 'too_many_attempts' }>
> {
  const answer = await askAuthentication('/sign-in/passkey', input, { ...browser, cookie: '' })
  const refusal = await refusalOf(answer)
  if (refusal) {
    const refuse = strangerRefuser('officers.sign_in', null)
    return refuse({ reason: refusal === 'too_many_attempts' ? refusal : 'passkey_not_accepted' })
  }
  const { officerId }: { officerId: string } = await answer.json()
  const db = await database()
  const officer = await db.officer.findUniqueOrThrow({ where: { id: officerId } })
  await recordSignIn(db, officer, 'passkey')
  return { ok: true, cookies: answer.headers.getSetCookie() }
}
