import 'server-only'
import { createHash } from 'node:crypto'
import { strangerRefuser } from '@/server/audit/refuser'
import { askAuthentication, refusalOf } from '@/server/authentication/ask'
import type { Browser } from '@/server/authentication/browser'
import { challengeOf } from '@/server/authentication/challenge'
import { now } from '@/server/clock'
import { type Database, database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import { codeInput, isAuthenticatorCode } from '../input'
import { recordSignIn } from './sign-in'

/** Why a code of an authenticator app or a recovery code was not taken. */
type Refused = {
  reason: 'wrong_code' | 'code_locked' | 'challenge_expired' | 'too_many_attempts'
}

/**
 * The second step of a sign-in: a code of the authenticator app, or one of the recovery codes, each good once.
 * Refused: `wrong_code`; `challenge_expired` ten minutes after the password or after five wrong codes: the
 * sign-in begins again; `code_locked` for fifteen minutes after ten wrong codes in a row; `too_many_attempts`.
 */
export async function signInByCode(
  input: { code: string },
  browser: Browser,
): Promise<Outcome<{ cookies: string[] }, Refused>> {
  const db = await database()
  const challenge = await challengeOf(browser.cookie)
  const officer = challenge && (await db.officer.findUnique({ where: { id: challenge.officerId } }))
  const refuse = strangerRefuser('officers.sign_in', officer?.email ?? null)
  if (!officer) return refuse({ reason: 'challenge_expired' })
  const code = codeInput.safeParse(input.code).data ?? ''
  const isFromApp = isAuthenticatorCode(code)
  if (isFromApp && !(await spendCode(db, officer.id, code))) return refuse({ reason: 'wrong_code' })
  const answer = await askAuthentication(
    isFromApp ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code',
    { code },
    // Without the cookie of a session that this browser may still hold: a code sent with one would not count
    // against the limit.
    { ...browser, cookie: challenge.cookie },
  )
  const refusal = await refusalOf(answer)
  if (refusal) return refuse({ reason: reasons[refusal] ?? 'challenge_expired' })
  await recordSignIn(db, officer, isFromApp ? 'authenticator' : 'recovery_code')
  return { ok: true, cookies: answer.headers.getSetCookie() }
}

const reasons: Record<string, Refused['reason']> = {
  INVALID_CODE: 'wrong_code',
  INVALID_BACKUP_CODE: 'wrong_code',
  CONFLICT: 'wrong_code',
  ACCOUNT_TEMPORARILY_LOCKED: 'code_locked',
  too_many_attempts: 'too_many_attempts',
}

/**
 * Whether this officer's code of an authenticator app has not been used before. Such a code holds for some
 * ninety seconds, and whoever looked over a shoulder could use it again (RFC 6238, 5.2).
 */
export async function spendCode(db: Database, officerId: string, code: string): Promise<boolean> {
  const at = now()
  const identifier = `code:${createHash('sha256').update(`${officerId}:${code}`).digest('base64url')}`
  await db.officerVerification.deleteMany({ where: { id: identifier, expiresAt: { lt: at } } })
  // Decided by the primary key: of two requests at once, one inserts the row.
  const { count } = await db.officerVerification.createMany({
    data: [
      { id: identifier, identifier, value: '', expiresAt: new Date(at.getTime() + 3 * 60_000) },
    ],
    skipDuplicates: true,
  })
  return count === 1
}
