import { type Side, sides } from '@/features/desk/officers/model'

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

/**
 * Whether a statement may follow another. Progress is not a one-way street (a project ended may be
 * taken up again, a report may be withdrawn), so any move between an item's own states is legal;
 * what is not is a new statement as of an earlier day than the live one: that is a correction of history.
 *
 * @param live the day (ISO) of the statement that is live, null when there is none.
 */
export function mayFollow(live: string | null, asOf: string): boolean {
  return live === null || asOf >= live
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
  return today > limit.toISOString().slice(0, 10)
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
  return sameDay.toISOString().slice(0, 10)
}

/** What is wrong with one field of an update: a key of messages `refusals.fields`. */
export const problemCodes = [
  'required',
  'too_long',
  'not_a_day',
  'not_an_address',
  'future_day',
  'before_conference',
  'before_live',
  'citation_required',
  'quote_or_locator',
  'reason_required',
  'no_such_source',
  'source_held',
  'not_a_time',
  'past_time',
  'no_such_reference',
  'already_taken',
  'beyond_announced',
  'field_required',
  'text_required',
  'kind_required',
  'party_required',
  'not_positive',
  'not_followed',
  'no_original',
  'proposal_unread',
  'named_twice',
] as const
export type ProblemCode = (typeof problemCodes)[number]

export function isProblemCode(code: string): code is ProblemCode {
  return (problemCodes as readonly string[]).includes(code)
}

/** A field by its path in the input (`note.en`, `citation.quote`), and what is wrong with it. */
export type FieldProblem = { field: string; code: ProblemCode }

/** What the rules look at in a statement. Days are ISO; absent passages are empty. */
type Stated = {
  state: ItemState
  asOf: string
  reason: Record<'zh-Hant' | 'zh-Hans' | 'en', string>
  citation: { quote: string; locator: string } | null
}

/**
 * What keeps a statement from standing: no day in the future, before the conference or before the live
 * statement; evidence for all but `not_reported`, which needs it too where it withdraws a state that
 * rests on a source; the place in the source; a reason for `behind` and `ended`.
 *
 * @param isCorrection a correction may be as of a day before the live statement's: that day may be what was wrong.
 */
export function problemsOf(
  stated: Stated,
  item: { state: ItemState; liveAsOf: string | null; conferenceDay: string },
  today: string,
  { isCorrection = false }: { isCorrection?: boolean } = {},
): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (stated.asOf > today) problems.push({ field: 'asOf', code: 'future_day' })
  else if (stated.asOf < item.conferenceDay) {
    problems.push({ field: 'asOf', code: 'before_conference' })
  } else if (!isCorrection && !mayFollow(item.liveAsOf, stated.asOf)) {
    problems.push({ field: 'asOf', code: 'before_live' })
  }
  const withdraws = item.liveAsOf !== null && needsCitation(item.state)
  if (!stated.citation && (needsCitation(stated.state) || withdraws)) {
    problems.push({ field: 'citation.source', code: 'citation_required' })
  }
  if (stated.citation && !stated.citation.quote && !stated.citation.locator) {
    problems.push({ field: 'citation.quote', code: 'quote_or_locator' })
  }
  if (needsReason(stated.state) && !Object.values(stated.reason).some(Boolean)) {
    problems.push({ field: 'reason.zh-Hant', code: 'reason_required' })
  }
  return problems
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
