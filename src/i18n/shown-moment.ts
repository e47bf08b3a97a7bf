import { cache } from 'react'

/** The past that a public page shows, and the ways out of it. */
export type ShownMoment = ShownPast | ShownStanding | ShownPermanently

/** The register as it stood at a moment. */
type ShownPast = {
  /** As the address asks for it: a day, or a time with its zone. */
  at: string
  on: null
  /** The same as an ISO time; of a day its end in Hong Kong. */
  instant: string
  /** The last day before with a change, and the first after it, ISO; null where there is none. */
  previous: string | null
  /** `today` where what came after came today. */
  next: string | null
  /** The day of the register's first entry, ISO, where this past lies before it. */
  begins: string | null
  revision: null
}

/** How things stood on a day, from what is known now. */
export type ShownStanding = {
  at: null
  /** ISO. */
  on: string
  /** Its end in Hong Kong: an ISO time. */
  instant: string
  /** The ISO day of the first session, where this day lies before it: nothing had been announced. */
  begins: string | null
  revision: null
}

/** A subject as one of its revisions left it, at that revision's own address. Links on the page lead to the present. */
type ShownPermanently = {
  at: null
  on: null
  /** When the revision was recorded: an ISO time. */
  instant: string
  /** By their numbers within the subject. */
  revision: {
    number: number
    /** The subject's latest now: that it is this one says that it is current. */
    latest: number
    /** Those that have corrected it, the first one first. */
    correctedBy: number[]
  }
}

/** Why a moment that was asked for is not shown. */
export type MomentProblem = 'unreadable' | 'future' | 'before_first'

/** Why a day of which was asked how things stood is not shown; `both`: another moment was asked for beside it. */
export type DayProblem = 'unreadable' | 'future' | 'both'

/** What a page shows of the past, or why it does not. */
type Shown = {
  moment: ShownMoment | null
  /** Of a moment that cannot be shown: the present stands there instead, and says so. */
  problem: ShownProblem | null
  /** The day of the register's first entry, ISO. */
  since: string | null
}

/**
 * `no_day`: the page never tells how things stood on a day. `asked` is as the address has it; where it asks both
 * questions, `on` and `at` are what each by itself can be answered for.
 */
export type ShownProblem =
  | { of: 'at'; code: MomentProblem; asked: string }
  | { of: 'on'; code: Exclude<DayProblem, 'both'> | 'no_day'; asked: string }
  | { of: 'both'; on: string | null; at: string | null }

/** One a request, like the language that a page is in. Where nothing is rendered for a request nothing is kept. */
const held = cache((): Shown => ({ moment: null, problem: null, since: null }))

/** Says which past the page shows that is being rendered. Every address on it then leads to the same past. */
export function showMoment(shown: Shown): void {
  Object.assign(held(), shown)
}

/** Why the page shows the present although another moment was asked for, and since when there is a past. */
export function aboutMoment(): Omit<Shown, 'moment'> {
  return held()
}

/** The past that the page shows; null when it shows the present. */
export function shownMoment(): ShownMoment | null {
  return held().moment
}

/** The day (ISO) of which the page shows how things stood; null on every other page. */
export function shownDay(): string | null {
  return held().moment?.on ?? null
}

/** The revision that the page shows for good; null on every other page. */
export function shownRevision(): ShownPermanently['revision'] | null {
  return held().moment?.revision ?? null
}
