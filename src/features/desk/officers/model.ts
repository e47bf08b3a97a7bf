import type { City, Side } from '@/features/register/cities/model'
import type { Language } from '@/i18n/language'

/** What an officer may do at the desk, from the least to the most. */
export const officerRoles = ['viewer', 'editor', 'reviewer', 'admin'] as const
export type OfficerRole = (typeof officerRoles)[number]

declare const minted: unique symbol

/**
 * A person signed in at the desk. Only the session makes one (session.ts), so that a command that is
 * given one knows who acts.
 */
export type Officer = {
  readonly [minted]: true
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: OfficerRole
  readonly side: Side
  /** The city of that side. */
  readonly city: City
  /** References of the fields in the officer's charge. */
  readonly fields: readonly string[]
  /** Whether the role asks for a second factor that this officer has not set up: nothing may be done until then. */
  readonly needsSecondFactor: boolean
}

/** The command line of the server itself: whoever can run it has the database anyway. */
export type SystemActor = { readonly id: null; readonly role: 'system' }
export const systemActor: SystemActor = { id: null, role: 'system' }

/** An officer as administrators see them. Times are ISO. */
export type ListedOfficer = {
  id: string
  name: string
  email: string
  role: OfficerRole
  side: Side
  /** The city of that side. */
  city: City
  language: Language
  /** References of the fields in the officer's charge. */
  fields: string[]
  disabledAt: string | null
  /** Whether a password has been set. */
  hasPassword: boolean
  secondFactor: SecondFactor
  /** When they last signed in; null for never. */
  lastSignInAt: string | null
}

/** With what an officer proves who they are beside the password. */
export type SecondFactor = { authenticator: boolean; passkeys: number }

/** Whether the role has to have a second factor where the register asks for one (SECOND_FACTOR). */
export function roleNeedsSecondFactor(role: OfficerRole): boolean {
  return role === 'reviewer' || role === 'admin'
}

/** A signed-in browser, as its officer sees it. Times are ISO. */
export type OwnSession = {
  id: string
  begunAt: string
  device: Device
  /** The address that it signed in from; null where unknown. */
  address: string | null
}

/** A passkey, as its officer sees it. Times are ISO. */
export type OwnPasskey = { id: string; name: string; createdAt: string; lastUsedAt: string | null }

/** An officer's own account. */
export type OwnAccount = {
  email: string
  language: Language
  mail: { returned: boolean; review: boolean; digest: boolean }
  /** How many recovery codes are left; null while there is no authenticator app. */
  recoveryCodes: number | null
  passkeys: OwnPasskey[]
  sessions: OwnSession[]
}

// The first match counts: browsers also name the ones that they are compatible with.
const browserMarks = [
  ['wechat', /MicroMessenger/],
  ['edge', /\bEdgi?A?\//],
  ['opera', /\bOPR\//],
  ['samsung', /SamsungBrowser/],
  ['firefox', /Firefox|FxiOS/],
  ['chrome', /Chrom(e|ium)|CriOS/],
  ['safari', /Safari/],
] as const
const systemMarks = [
  ['iphone', /iPhone/],
  ['ipad', /iPad/],
  ['harmony', /HarmonyOS|OpenHarmony/],
  ['android', /Android/],
  ['windows', /Windows/],
  ['mac', /Macintosh|Mac OS X/],
  ['chromeos', /CrOS/],
  ['linux', /Linux/],
] as const

/** What a browser says it is; `unknown` where it says nothing that we know. */
export type Device = {
  browser: (typeof browserMarks)[number][0] | 'unknown'
  system: (typeof systemMarks)[number][0] | 'unknown'
}

/** Reads a `User-Agent` header. It is what the browser claims: to recognise one's own by, not to rely on. */
export function deviceOf(userAgent: string | null): Device {
  const found = <Name extends string>(marks: readonly (readonly [Name, RegExp])[]) =>
    marks.find(([, mark]) => mark.test(userAgent ?? ''))?.[0] ?? 'unknown'
  return { browser: found(browserMarks), system: found(systemMarks) }
}

/**
 * The path, with its query, when it is one of the desk's; null for anything else, so that no link leads a
 * sign-in elsewhere. Not the pages before the sign-in: one of them holds a one-time token in its address.
 */
export function deskPath(path: string | null | undefined): string | null {
  const desk =
    /^\/(tc|sc|en)\/desk(?!\/(sign-in|password)\b)(\/[A-Za-z0-9][\w.-]*)*(\?[A-Za-z0-9%&=._~+-]*)?$/
  return path && path.length <= 1000 && desk.test(path) ? path : null
}
