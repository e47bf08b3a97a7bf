import 'server-only'
import { parseSetCookieHeader } from 'better-auth/cookies'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { type Language, pathPrefixes } from '../../i18n/language'
import { environment } from '../../server/environment'
import { authentication } from './authentication'
import type { Officer } from './model'
import { findActiveOfficer } from './queries'

/** The officer with this id, unless disabled: the one place where an `Officer` is made. */
export async function officerById(id: string): Promise<Officer | null> {
  return (await findActiveOfficer(id)) as Officer | null
}

/** Who is signed in, asked once per request; null when nobody is, or when they have been disabled. */
export const currentOfficer = cache(async (): Promise<Officer | null> => {
  const auth = await authentication()
  const session = await auth.api.getSession({ headers: await headers() })
  return session ? officerById(session.user.id) : null
})

/**
 * Who is signed in; somebody who is not is sent to sign in and comes back.
 * @param here the page's own path, with its language: `/tc/desk/items/6-4.2`.
 */
export async function requireOfficer(language: Language, here: string): Promise<Officer> {
  const officer = await currentOfficer()
  if (officer) return officer
  const next = encodeURIComponent(deskPath(here) ?? '')
  redirect(`${pathPrefixes[language]}/desk/sign-in?next=${next}`)
}

/**
 * Who acts by this request, for a server action: null unless somebody is signed in and the request comes
 * from a page of this site. A server action is a public address that takes requests without an origin.
 */
export async function officerForAction(): Promise<Officer | null> {
  return (await isSameOrigin()) ? currentOfficer() : null
}

/** Whether the request says that a page of this site sent it; false when it does not say. */
export async function isSameOrigin(): Promise<boolean> {
  const sent = await headers()
  const site = sent.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = sent.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const host = sent.get('x-forwarded-host') ?? sent.get('host')
  return new URL(origin).host === host || origin === new URL(environment().BASE_URL).origin
}

/** The client's address, as the front server tells it. */
export async function clientAddress(): Promise<string | null> {
  return (await headers()).get('x-forwarded-for')
}

/** Puts the cookies of a session that began into the answer. */
export async function keepSession(setCookies: readonly string[]): Promise<void> {
  const jar = await cookies()
  for (const line of setCookies) {
    for (const [name, cookie] of parseSetCookieHeader(line)) {
      jar.set(name, decodeURIComponent(cookie.value), {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        secure: environment().BASE_URL.startsWith('https://'),
        ...(cookie['max-age'] === undefined ? {} : { maxAge: Number(cookie['max-age']) }),
      })
    }
  }
}

/** Ends the session of this browser, in the database and in its cookies. */
export async function endSession(): Promise<void> {
  const auth = await authentication()
  const answer = await auth.api.signOut({
    headers: await headers(),
    asResponse: true,
  })
  await keepSession(answer.headers.getSetCookie())
}

/** The path, when it is one of the desk's; null for anything else, so that no link leads a sign-in elsewhere. */
export function deskPath(path: string | null | undefined): string | null {
  return path && /^\/(tc|sc|en)\/desk(\/[A-Za-z0-9][\w.-]*){0,3}$/.test(path) ? path : null
}
