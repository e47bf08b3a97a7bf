import 'server-only'
import { environment } from '../environment'
import { authentication, basePath } from './better-auth'
import type { Browser } from './browser'

/** The endpoints of better-auth that are called by requests, so that its rate limit counts them. */
type Endpoint =
  | '/sign-in/email'
  | '/sign-in/passkey-challenge'
  | '/sign-in/passkey'
  | '/reset-password'
  | '/change-password'
  | '/confirm-password'
  | '/two-factor/enable'
  | '/two-factor/disable'
  | '/two-factor/verify-totp'
  | '/two-factor/verify-backup-code'
  | '/two-factor/generate-backup-codes'

/**
 * Sends better-auth a request as a browser would, so that its rate limit applies: direct calls to its API are
 * not counted.
 * @param browser the requesting browser. Without an address, all share one limit; without cookies, nobody is
 *   signed in.
 */
export async function askAuthentication(
  endpoint: Endpoint,
  body: Record<string, unknown>,
  browser: Browser,
): Promise<Response> {
  const { BASE_URL } = environment()
  const auth = await authentication()
  return auth.handler(
    new Request(`${BASE_URL}${basePath}${endpoint}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: new URL(BASE_URL).origin,
        ...(browser.address ? { 'x-forwarded-for': browser.address } : {}),
        ...(browser.userAgent ? { 'user-agent': browser.userAgent } : {}),
        ...(browser.cookie ? { cookie: browser.cookie } : {}),
      },
      body: JSON.stringify(body),
    }),
  )
}

/**
 * Why better-auth refused, by its own code (`INVALID_CODE`); `too_many_attempts` where its rate limit did.
 * Null where it did what it was asked.
 * @throws where it failed, which is no refusal.
 */
export async function refusalOf(answer: Response): Promise<string | null> {
  if (answer.ok) return null
  if (answer.status >= 500) throw new Error('The sign-in machinery failed.')
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => null)
  const code = body && typeof body === 'object' && 'code' in body ? String(body.code) : ''
  return code || (answer.status === 429 ? 'too_many_attempts' : 'refused')
}
