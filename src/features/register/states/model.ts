import { isoDay } from '@/i18n/formats'
import type { LocalizedText } from '@/i18n/localized-text'
import type { ShownCitation } from '../sources/model'
import { type Side, sides } from '../subjects/model/sides'

/** Where a project stands, in the order in which lists show them. The words are in messages `progress`. */
export const projectStates = [
  'not_reported',
  'not_started',
  'in_progress',
  'ongoing',
  'completed',
  'behind',
  'ended',
] as const
export type ProjectState = (typeof projectStates)[number]

/** Where a signed document stands. */
export const documentStates = ['signed', 'in_effect', 'renewed', 'expired', 'ended'] as const
export type DocumentState = (typeof documentStates)[number]

export type ItemState = ProjectState | DocumentState

/** Who says so. */
export const assertions = ['hk_side', 'sh_side', 'both_sides', 'press', 'editor'] as const
export type AssertedBy = (typeof assertions)[number]

export type ItemKind = 'project' | 'document'

/** What sort of item a reference names: `6-d01` and `6-m01` are documents, `6-4.2` and `6-u07` projects. */
export function itemKindOf(reference: string): ItemKind {
  return /-[dm]\d+$/.test(reference) ? 'document' : 'project'
}

/** The states that an item of a kind can be in. */
export function statesOf(kind: ItemKind): readonly ItemState[] {
  return kind === 'project' ? projectStates : documentStates
}

export function isStateOf(kind: ItemKind, state: string): state is ItemState {
  return (statesOf(kind) as readonly string[]).includes(state)
}

/** The states after which no news is to be expected. */
export const settledStates: readonly ItemState[] = ['completed', 'expired', 'ended']

/** Every state rests on a citation, except that nothing has been reported. */
export function needsCitation(state: ItemState): boolean {
  return state !== 'not_reported'
}

/** A state that readers will ask "why?" about gives its reason. */
export function needsReason(state: ItemState): boolean {
  return state === 'behind' || state === 'ended'
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
  // Nine months before 30 November there is no such day: February ends, and March is near enough.
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
 * How a side stands to a published statement: it is its own, it has confirmed it, it sees it otherwise, or it
 * has said nothing of it yet. A side's last word counts. `at` is the ISO time of that word.
 */
export type SideStance = {
  side: Side
  stance: 'asserts' | 'confirms' | 'differs' | 'silent'
  at: string | null
}

/** How each side stands to a statement, Hong Kong first. @param said what each side last said of it. */
export function stancesOf(
  assertedBy: AssertedBy | null,
  said: readonly { side: string; stance: 'confirms' | 'differs'; at: string }[],
): SideStance[] {
  return sides.map((side) => {
    const word = said.find((one) => one.side === side)
    if (word) return { side, stance: word.stance, at: word.at }
    const isOwn = assertedBy === 'both_sides' || assertedBy === assertionOf[side]
    return { side, stance: isOwn ? 'asserts' : 'silent', at: null }
  })
}

/** How a side's own statement says who asserts it. */
export const assertionOf = { HK: 'hk_side', SH: 'sh_side' } as const satisfies Record<
  Side,
  AssertedBy
>

/** When a side last confirmed a statement (ISO time); null when none has. */
export function lastConfirmed(said: readonly { stance: string; at: string }[]): string | null {
  const times = said.flatMap(({ stance, at }) => (stance === 'confirms' ? [at] : []))
  return times.sort().at(-1) ?? null
}

/** What a side last said of a published statement: that it holds, or how its view differs and on what evidence. */
export type ShownConfirmation = {
  side: string
  stance: 'confirms' | 'differs'
  /** ISO time. */
  at: string
  /** Empty where the side confirms. */
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
}

/** A statement as far as it tells who stands by it. */
export type StatementRow = {
  assertedBy: AssertedBy
  confirmations: { side: string; stance: 'confirms' | 'differs'; at: Date }[]
}
