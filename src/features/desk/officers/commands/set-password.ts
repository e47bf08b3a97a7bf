import 'server-only'
import { recordAct } from '@/server/audit/audit'
import { refuser, strangerRefuser } from '@/server/audit/refuser'
import { askAuthentication, refusalOf } from '@/server/authentication/ask'
import { authentication } from '@/server/authentication/better-auth'
import type { Browser } from '@/server/authentication/browser'
import { longestPassword, shortestPassword } from '@/server/authentication/password'
import { database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import type { Officer } from '../model'

type TooShortOrLong = 'password_too_short' | 'password_too_long'

/**
 * Sets the password that a one-time link allows; the officer's earlier sessions end.
 * Refused: `link_not_valid` (unknown, used or expired), `password_too_short`, `password_too_long`, `too_many_attempts`.
 */
export async function setPassword(
  input: { token: string; password: string },
  browser: Browser,
): Promise<Outcome<object, { reason: 'link_not_valid' | TooShortOrLong | 'too_many_attempts' }>> {
  const officer = await officerOfLink(input.token)
  const refuse = strangerRefuser('officers.set_password', officer?.email ?? null)
  const length = wrongLength(input.password)
  if (length) return refuse({ reason: length })
  const answer = await askAuthentication(
    '/reset-password',
    { token: input.token, newPassword: input.password },
    { ...browser, cookie: '' },
  )
  const refusal = await refusalOf(answer)
  const isTooMany = refusal === 'too_many_attempts'
  if (refusal) return refuse({ reason: isTooMany ? refusal : 'link_not_valid' })
  await recordAct(await database(), {
    officerId: officer?.id ?? null,
    action: 'officers.set_password',
    subject: officer?.email ?? null,
    outcome: 'done',
  })
  return { ok: true }
}

/**
 * Changes one's own password. Every session ends but a new one for this browser, and so do links still open.
 * Refused: `wrong_password`, `password_too_short`, `password_too_long`, `too_many_attempts`, `signed_out`.
 * @returns the `Set-Cookie` headers of the new session.
 */
export async function changeOwnPassword(
  actor: Officer,
  input: { current: string; password: string },
  browser: Browser,
): Promise<
  Outcome<
    { cookies: string[] },
    { reason: 'wrong_password' | TooShortOrLong | 'too_many_attempts' | 'signed_out' }
  >
> {
  const act = { officerId: actor.id, action: 'account.change_password', subject: actor.email }
  const refuse = refuser(actor, act.action, act.subject)
  const length = wrongLength(input.password)
  if (length) return refuse({ reason: length })
  const answer = await askAuthentication(
    '/change-password',
    { currentPassword: input.current, newPassword: input.password, revokeOtherSessions: true },
    browser,
  )
  const refusal = await refusalOf(answer)
  if (refusal === 'UNAUTHORIZED') return refuse({ reason: 'signed_out' })
  const isTooMany = refusal === 'too_many_attempts'
  if (refusal) return refuse({ reason: isTooMany ? refusal : 'wrong_password' })
  const db = await database()
  await db.$transaction(async (tx) => {
    await tx.officerVerification.deleteMany({ where: { value: actor.id } })
    await recordAct(tx, { ...act, outcome: 'done' })
  })
  return { ok: true, cookies: answer.headers.getSetCookie() }
}

function wrongLength(password: string): TooShortOrLong | null {
  if (password.length < shortestPassword) return 'password_too_short'
  return password.length > longestPassword ? 'password_too_long' : null
}

/** Whose link it is, for the audit trail; null for one that never was or is used up. */
async function officerOfLink(token: string) {
  const { internalAdapter } = await (await authentication()).$context
  const held = await internalAdapter.findVerificationValue(`reset-password:${token}`)
  const db = await database()
  return held && db.officer.findUnique({ where: { id: held.value } })
}
