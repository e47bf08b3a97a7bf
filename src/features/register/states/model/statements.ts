import type { City, Side } from '@/features/register/cities/model'
import type { ShownCitation } from '@/features/register/sources/model'
import { isoDay } from '@/i18n/formats'
import type { LocalizedText } from '@/i18n/localized-text'

/** Who can say so of any item, besides its sides. */
const commonAssertions = ['both_sides', 'press', 'editor'] as const

/** Who says so: a side by its city (`hk_side`), `both_sides`, `press` or `editor`. */
export type AssertedBy = string

export function isCommonAssertion(text: string): text is (typeof commonAssertions)[number] {
  return (commonAssertions as readonly string[]).includes(text)
}

/** How any register, whatever its cities, writes who says so. */
export const assertionPattern = /^([a-z]{2,8}_side|both_sides|press|editor)$/

/** How a side's own statement says who asserts it: `hk_side`. */
export function assertionOf(side: Side): AssertedBy {
  return `${side.toLowerCase()}_side`
}

/** The side that asserts a statement alone; null where it is not one side. */
export function sideAsserting(assertedBy: AssertedBy): Side | null {
  return /^([a-z]{2,8})_side$/.exec(assertedBy)?.[1]?.toUpperCase() ?? null
}

/** Who can say so of an item with these sides, in the order of lists. */
export function assertionsOf(sides: readonly Pick<City, 'code'>[]): AssertedBy[] {
  return [...sides.map(({ code }) => assertionOf(code)), ...commonAssertions]
}

/**
 * The day of what is said (ISO): that of the state, and no later than its evidence where all of that is dated. To
 * state today what a paper reported two years ago is no news of today.
 */
export function newsDay({
  asOf,
  citations,
}: {
  asOf: string
  citations: readonly { source: { publishedOn: string | null } }[]
}): string {
  const days = citations.map(({ source }) => source.publishedOn ?? asOf).sort()
  const latest = days.at(-1)
  return latest && latest < asOf ? latest : asOf
}

/** Months without news after which an item is marked as such. */
export const monthsUntilStale = 9

/** Whether nothing has been said of an item for nine months, counted in Hong Kong days. */
export function isWithoutNews(asOf: string | null, today: string): boolean {
  if (asOf === null) return true
  const [year = 0, month = 0, day = 0] = asOf.split('-').map(Number)
  const limit = new Date(Date.UTC(year, month - 1 + monthsUntilStale, 1))
  const daysInMonth = new Date(
    Date.UTC(limit.getUTCFullYear(), limit.getUTCMonth() + 1, 0),
  ).getUTCDate()
  limit.setUTCDate(Math.min(day, daysInMonth))
  return today > isoDay(limit)
}

/**
 * The earliest day whose news still counts: what was last said before it is without news.
 * @param today ISO, as is what is returned. Agrees with `isWithoutNews`, for conditions on a column.
 */
export function newsCountsFrom(today: string): string {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number)
  const sameDay = new Date(Date.UTC(year, month - 1 - monthsUntilStale, day))
  const shouldBe = new Date(Date.UTC(year, month - 1 - monthsUntilStale, 1)).getUTCMonth()
  // Nine months before 30 November would be 30 February; the overflow into March is close enough.
  if (sameDay.getUTCMonth() !== shouldBe) sameDay.setUTCDate(1)
  return isoDay(sameDay)
}

/** Whole months from a day to a later one (ISO days). */
export function monthsSince(day: string, today: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = day.split('-').map(Number)
  const [year = 0, month = 0, dayOfMonth = 0] = today.split('-').map(Number)
  return Math.max(0, (year - fromYear) * 12 + month - fromMonth - (dayOfMonth < fromDay ? 1 : 0))
}

/**
 * What an officer of a side can have said of a statement for it: that it says so itself, that it confirms it, that
 * it sees it otherwise, or that it takes its word back; `confirmed_earlier`: it stood by a statement that has
 * changed since in more than its wording.
 */
export const stances = ['asserts', 'confirms', 'differs', 'confirmed_earlier', 'withdrawn'] as const
export type Stance = (typeof stances)[number]

/** Whether a side with this word stands by the statement: its tick. Who says so in the statement makes none. */
export function standsBy(stance: Stance | 'silent'): boolean {
  return stance === 'asserts' || stance === 'confirms'
}

/**
 * How a side stands to a published statement, by its last word; `silent` before its first.
 * `at` is the ISO time of that word.
 */
export type SideStance = {
  side: City
  stance: Stance | 'silent'
  at: string | null
  /** The item's revision that it was said of, where the statement has changed since; null where it has not. */
  revision: number | null
}

/** How each side of an item stands to its statement. @param said what each side last said of it. */
export function stancesOf(
  sides: readonly City[],
  said: readonly { side: string; stance: Stance; at: string; revision: number | null }[],
): SideStance[] {
  return sides.map((side) => {
    const word = said.find((one) => one.side === side.code)
    if (!word) return { side, stance: 'silent', at: null, revision: null }
    return { side, stance: word.stance, at: word.at, revision: word.revision }
  })
}

/** When a side last confirmed a statement (ISO time); null when none has. */
export function lastConfirmed(said: readonly { stance: string; at: string }[]): string | null {
  const times = said.flatMap(({ stance, at }) => (stance === 'confirms' ? [at] : []))
  return times.sort().at(-1) ?? null
}

/** What a side last said of a published statement; how its view differs, and on what evidence. */
export type ShownConfirmation = {
  side: string
  stance: Stance
  /** ISO time. */
  at: string
  /** The item's revision that it was said of, where the statement has changed since. */
  revision: number | null
  /** Empty where the side has no differing view. */
  note: LocalizedText
  citations: ShownCitation[]
}

/** A statement as a public page shows it. */
export type ShownStatement = {
  /** ISO day. */
  asOf: string
  assertedBy: AssertedBy
  note: LocalizedText
  reason: LocalizedText
  citations: ShownCitation[]
  confirmations: ShownConfirmation[]
  /** The two sides of the item's mechanism, in its order. */
  sides: City[]
}

/** A statement as far as it tells who stands by it. */
export type StatementRow = { confirmations: { side: string; stance: Stance }[] }
