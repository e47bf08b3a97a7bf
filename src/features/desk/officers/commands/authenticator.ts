import 'server-only'
import { type Act, recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { askAuthentication, refusalOf } from '@/server/authentication/ask'
import { authentication } from '@/server/authentication/better-auth'
import type { Browser } from '@/server/authentication/browser'
import { relyingParty } from '@/server/authentication/relying-party'
import { database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import { pictureForApp } from '../formats/app-picture'
import { codeInput, type PendingApp } from '../input'
import type { Officer } from '../model'
import { type PasswordRefused, passwordRefusal } from './confirm-password'
import { endSessionsBut } from './end-own-sessions'
import { spendCode } from './sign-in-by-code'

/**
 * Begins to set up an authenticator app: makes its secret, which has no effect until a code confirms it.
 * @returns what the app needs. Refused: `wrong_password`, `authenticator_on`, `too_many_attempts`,
 *   `signed_out`.
 */
export async function beginAuthenticator(
  actor: Officer,
  input: { password: string },
  browser: Browser,
): Promise<Outcome<{ app: PendingApp }, { reason: PasswordRefused | 'authenticator_on' }>> {
  const act = actOf(actor, 'account.begin_authenticator')
  const refuse = refuser(actor, act.action, act.subject)
  const answer = await askAuthentication(
    '/two-factor/enable',
    { password: input.password, issuer: relyingParty().name },
    browser,
  )
  const refusal = await refusalOf(answer)
  if (refusal === 'TOTP_ALREADY_ENABLED') return refuse({ reason: 'authenticator_on' })
  const refused = passwordRefusal(refusal)
  if (refused) return refuse({ reason: refused })
  await recordAct(await database(), { ...act, outcome: 'done' })
  const { totpURI }: { totpURI: string } = await answer.json()
  return { ok: true, app: pictureForApp(totpURI) }
}

/**
 * Confirms the app by a code that it shows. From now on sign-in asks for one; every other session ends.
 * @returns the new session's `Set-Cookie` headers, and the recovery codes, which are shown this once.
 *   Refused: `wrong_code`, `too_many_attempts`, `signed_out`, `authenticator_off` where none was begun.
 */
export async function confirmAuthenticator(
  actor: Officer,
  input: { code: string },
  browser: Browser,
): Promise<
  Outcome<
    { cookies: string[]; recoveryCodes: string[] },
    { reason: 'wrong_code' | 'too_many_attempts' | 'signed_out' | 'authenticator_off' }
  >
> {
  const act = actOf(actor, 'account.confirm_authenticator')
  const refuse = refuser(actor, act.action, act.subject)
  const db = await database()
  const pending = await db.officerTwoFactor.findFirst({ where: { userId: actor.id } })
  if (pending?.verified !== false) return refuse({ reason: 'authenticator_off' })
  const code = codeInput.safeParse(input.code).data ?? ''
  if (!(await spendCode(db, actor.id, code))) return refuse({ reason: 'wrong_code' })
  const answer = await askAuthentication('/two-factor/verify-totp', { code }, browser)
  const refusal = await refusalOf(answer)
  if (refusal === 'too_many_attempts') return refuse({ reason: refusal })
  if (refusal) return refuse({ reason: refusal === 'INVALID_CODE' ? 'wrong_code' : 'signed_out' })
  const cookies = answer.headers.getSetCookie()
  await db.$transaction(async (tx) => {
    await endSessionsBut(tx, actor.id, cookies)
    await recordAct(tx, { ...act, outcome: 'done' })
  })
  const { api } = await authentication()
  const { backupCodes } = await api.viewBackupCodes({ body: { userId: actor.id } })
  return { ok: true, cookies, recoveryCodes: backupCodes }
}

/**
 * Makes new recovery codes; the earlier ones are void.
 * Refused: `wrong_password`, `authenticator_off`, `too_many_attempts`, `signed_out`.
 */
export async function renewRecoveryCodes(
  actor: Officer,
  input: { password: string },
  browser: Browser,
): Promise<
  Outcome<{ recoveryCodes: string[] }, { reason: PasswordRefused | 'authenticator_off' }>
> {
  const act = actOf(actor, 'account.renew_recovery_codes')
  const refuse = refuser(actor, act.action, act.subject)
  const answer = await askAuthentication('/two-factor/generate-backup-codes', input, browser)
  const refusal = await refusalOf(answer)
  if (refusal === 'TWO_FACTOR_NOT_ENABLED') return refuse({ reason: 'authenticator_off' })
  const refused = passwordRefusal(refusal)
  if (refused) return refuse({ reason: refused })
  await recordAct(await database(), { ...act, outcome: 'done' })
  const { backupCodes }: { backupCodes: string[] } = await answer.json()
  return { ok: true, recoveryCodes: backupCodes }
}

/**
 * Switches the authenticator app off; its recovery codes go with it. Every other session ends.
 * @returns the new session's `Set-Cookie` headers. Refused: `wrong_password`, `authenticator_off`,
 *   `too_many_attempts`, `signed_out`.
 */
export async function removeAuthenticator(
  actor: Officer,
  input: { password: string },
  browser: Browser,
): Promise<Outcome<{ cookies: string[] }, { reason: PasswordRefused | 'authenticator_off' }>> {
  const act = actOf(actor, 'account.remove_authenticator')
  const refuse = refuser(actor, act.action, act.subject)
  const db = await database()
  const { twoFactorEnabled } = await db.officer.findUniqueOrThrow({ where: { id: actor.id } })
  if (!twoFactorEnabled) return refuse({ reason: 'authenticator_off' })
  const answer = await askAuthentication('/two-factor/disable', input, browser)
  const refused = passwordRefusal(await refusalOf(answer))
  if (refused) return refuse({ reason: refused })
  const cookies = answer.headers.getSetCookie()
  await db.$transaction(async (tx) => {
    await endSessionsBut(tx, actor.id, cookies)
    await recordAct(tx, { ...act, outcome: 'done' })
  })
  return { ok: true, cookies }
}

function actOf(actor: Officer, action: string): Pick<Act, 'officerId' | 'action' | 'subject'> {
  return { officerId: actor.id, action, subject: actor.email }
}
