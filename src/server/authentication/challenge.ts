import 'server-only'
import { parseCookies } from 'better-auth/cookies'
import { now } from '../clock'
import { authentication } from './better-auth'

/** A sign-in whose password was right and whose code is still to come. */
export type Challenge = {
  officerId: string
  /** The `Cookie` header that names it, and nothing else. */
  cookie: string
}

/** The sign-in that this browser has begun; null where there is none, or it has expired. */
export async function challengeOf(cookie: string): Promise<Challenge | null> {
  const { createAuthCookie, internalAdapter } = await (await authentication()).$context
  const { name } = createAuthCookie('two_factor')
  const value = parseCookies(cookie).get(name)
  // Signed, as `identifier.signature`: better-auth checks that when the code comes.
  const identifier = value && decodeURIComponent(value).split('.')[0]
  const held = identifier ? await internalAdapter.findVerificationValue(identifier) : null
  if (!held || held.expiresAt <= now()) return null
  return { officerId: held.value, cookie: `${name}=${value}` }
}
