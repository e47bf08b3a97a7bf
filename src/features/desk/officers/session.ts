import 'server-only'
import { parseSetCookieHeader } from 'better-auth/cookies'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { type Language, pathPrefixes } from '@/i18n/language'
import { recordAct, recordRefusalOfStranger } from '@/server/audit/audit'
import { authentication } from '@/server/authentication/better-auth'
import type { Browser } from '@/server/authentication/browser'
import { challengeOf } from '@/server/authentication/challenge'
import { database } from '@/server/database/database'
import { environment } from '@/server/environment'
import { hasUnseen } from '@/server/http/form'
import { deskPath, type Officer } from './model'
import { findActiveOfficer } from './queries'

/** The officer with this id, unless disabled: the one place where an `Officer` is made. */
export async function officerById(id: string): Promise<Officer | null> {
  return (await findActiveOfficer(id)) as Officer | null
}

const currentSession = cache(async () => {
  const auth = await authentication()
  return auth.api.getSession({ headers: new Headers({ cookie: await cookieHeader() }) })
})

/** Who is signed in, asked once per request; null when nobody is, or when they have been disabled. */
export const currentOfficer = cache(async (): Promise<Officer | null> => {
  const session = await currentSession()
  return session ? officerById(session.user.id) : null
})

/** The id of this browser's session: to mark it among the others, and to keep it when they end. */
export async function currentSessionId(): Promise<string> {
  return (await currentSession())?.session.id ?? ''
}

/** Whether this browser has given a right password and is to give a code. */
export async function awaitsCode(): Promise<boolean> {
  return (await challengeOf((await browser()).cookie)) !== null
}

/**
 * The signed-in officer. Anybody else is sent to sign in and returned here afterwards. An officer whose role
 * requires a second factor that is not set up yet is sent to the account page, which says so.
 * @param here the page's own path, with its language: `/tc/desk/items/6-4.2`.
 */
export async function requireOfficer(language: Language, here: string): Promise<Officer> {
  const officer = await currentOfficer()
  if (!officer) {
    const next = encodeURIComponent(deskPath(here) ?? '')
    redirect(`${pathPrefixes[language]}/desk/sign-in?next=${next}`)
  }
  const account = `${pathPrefixes[language]}/desk/account`
  if (officer.needsSecondFactor && here.split('?')[0] !== account) redirect(account)
  return officer
}

/**
 * The officer who sent this request, for a server action: null unless somebody is signed in and the request
 * comes from a page of this site. A server action is a public endpoint that accepts requests without an
 * origin.
 * @param form what was submitted, where an officer typed it: if signs that nobody sees are taken out of it, the page
 *   that answers says so.
 */
export async function officerForAction(form?: FormData): Promise<Officer | null> {
  if (!(await isFromHere('desk.request'))) return null
  const officer = await currentOfficer()
  if (!officer) await auditRequest('desk.request', 'signed_out')
  if (form && hasUnseen(form)) {
    const jar = await cookies()
    jar.set(unseenRemoved, '1', { httpOnly: true, sameSite: 'lax', path: '/', maxAge: toldFor })
  }
  return officer
}

/** The cookie that says so; it names nobody. */
const unseenRemoved = 'unseen-removed'
/** How long, in seconds: enough for the page that answers. */
const toldFor = 15

/** Whether the page answers a form out of which signs were taken that nobody sees. */
export async function wasUnseenRemoved(): Promise<boolean> {
  return (await cookies()).has(unseenRemoved)
}

/** Whether a page of this site sent the request; one from elsewhere is audited as a refusal of this act. */
export async function isFromHere(action: string): Promise<boolean> {
  const isOurs = await isSameOrigin()
  if (!isOurs) await auditRequest(action, 'not_same_origin')
  return isOurs
}

async function auditRequest(action: string, reason: string): Promise<void> {
  const referer = (await headers()).get('referer') ?? ''
  const page = URL.canParse(referer) ? deskPath(new URL(referer).pathname) : null
  const detail = { reason, ...(page ? { page } : {}) }
  await recordRefusalOfStranger(await database(), { action, subject: null, detail })
}

/** Whether the request says that a page of this site sent it; false when it does not say. */
async function isSameOrigin(): Promise<boolean> {
  const sent = await headers()
  const site = sent.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = sent.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const host = sent.get('x-forwarded-host') ?? sent.get('host')
  return new URL(origin).host === host || origin === new URL(environment().BASE_URL).origin
}

/** The browser that sent the request. */
export async function browser(): Promise<Browser> {
  const sent = await headers()
  return {
    // As the front server tells it.
    address: sent.get('x-forwarded-for'),
    userAgent: sent.get('user-agent'),
    cookie: await cookieHeader(),
  }
}

/**
 * The cookies as they are now: where an action has begun another session, the page rendered with its answer
 * must use that one, and not the one that the request came with.
 */
async function cookieHeader(): Promise<string> {
  const jar = await cookies()
  return jar
    .getAll()
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ')
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
  const [auth, officer] = [await authentication(), await currentOfficer()]
  const answer = await auth.api.signOut({
    headers: new Headers({ cookie: await cookieHeader() }),
    asResponse: true,
  })
  await keepSession(answer.headers.getSetCookie())
  if (!officer) return
  await recordAct(await database(), {
    officerId: officer.id,
    action: 'officers.sign_out',
    subject: officer.email,
    outcome: 'done',
  })
}
