import { parseSetCookieHeader } from 'better-auth/cookies'
import { addOfficer } from '@/features/desk/officers/commands/add-officer'
import { setPassword } from '@/features/desk/officers/commands/set-password'
import { signIn } from '@/features/desk/officers/commands/sign-in'
import { type Officer, type OfficerRole, systemActor } from '@/features/desk/officers/model'
import { officerById } from '@/features/desk/officers/session'
import type { Side } from '@/features/register/cities/model'
import type { Browser } from '@/server/authentication/browser'

export const password = 'harbour tunnel lantern'
let made = 0

/** A browser at an address of its own, so that only the tests of a limit meet it. */
export function newBrowser(): Browser {
  made += 1
  return { address: `203.0.113.${made % 250}`, userAgent: 'Test/1.0', cookie: '' }
}

/** The browser with the cookies of an answer put in, and those that it took back left out. */
export function withCookies(browser: Browser, setCookies: readonly string[]): Browser {
  const jar = new Map(
    browser.cookie
      .split('; ')
      .filter(Boolean)
      .map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string]),
  )
  for (const line of setCookies) {
    for (const [name, { value, 'max-age': age }] of parseSetCookieHeader(line)) {
      if (Number(age) === 0) jar.delete(name)
      else jar.set(name, encodeURIComponent(decodeURIComponent(value)))
    }
  }
  return { ...browser, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
}

/** Adds an officer, as the session gives them. */
export async function newOfficer(role: OfficerRole, side: Side = 'HK'): Promise<Officer> {
  made += 1
  const email = `${role}-${made}@example.org`
  const added = await addOfficer(systemActor, { email, name: `Officer ${made}`, role, side })
  if (!added.ok) throw new Error(added.reason)
  const token = added.link.split('/').at(-1) ?? ''
  const set = await setPassword({ token, password }, newBrowser())
  if (!set.ok) throw new Error(set.reason)
  return again({ id: added.officer.id })
}

/** The officer as their next request would find them. */
export async function again({ id }: { id: string }): Promise<Officer> {
  const officer = await officerById(id)
  if (!officer) throw new Error('There is no such officer any more.')
  return officer
}

/** Signs in by password; the browser then holds what the sign-in gave: a session, or the second step. */
export async function signedIn(officer: { email: string }): Promise<Browser> {
  const browser = newBrowser()
  const outcome = await signIn({ email: officer.email, password }, browser)
  if (!outcome.ok) throw new Error(outcome.reason)
  return withCookies(browser, outcome.cookies)
}
