import type { FieldProblem } from '@/components/forms/problems'
import type { Side } from '@/features/register/cities/model'
import type { CitationInput } from '@/features/register/sources/input'
import { type HeldSource, heldUnder } from '@/features/register/sources/model'
import {
  type AssertedBy,
  assertionOf,
  sideAsserting,
} from '@/features/register/states/model/statements'
import {
  type ItemState,
  needsCitation,
  needsLaterStep,
  needsReason,
} from '@/features/register/states/model/states'
import type { LoggedCitation } from '@/features/register/subjects/model/snapshot'

/** The most characters of a note, and of a reason, in one language. */
export const longestPassage = { note: 2000, reason: 1000 } as const

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

/** What the rules look at in a statement. Days are ISO; absent passages are empty. */
type Stated = {
  state: ItemState
  asOf: string
  reason: Record<'zh-Hant' | 'zh-Hans' | 'en', string>
  citations: readonly Cited[]
}

/** A citation as far as the rules look at it; `source` is a slug, blank for one that is new. */
export type Cited = { source: string; quote: string; locator: string }

/**
 * A citation as an input gives it.
 * @param held the sources that the live statement rests on: one that is typed anew is the same.
 */
export function citedIn(
  { source, quote, locator }: CitationInput,
  held: readonly Pick<HeldSource, 'slug' | 'url'>[],
): Cited {
  const slug =
    source.kind === 'existing'
      ? source.slug
      : (source.url && heldUnder(source.url, held)?.slug) || ''
  return { source: slug, quote, locator }
}

/** A citation as the log has it. */
export function citedAs({ source, quote, locator }: LoggedCitation): Cited {
  return { source, quote: quote ?? '', locator: locator ?? '' }
}

function isSameCited(one: Cited, other: Cited): boolean {
  return one.source === other.source && one.quote === other.quote && one.locator === other.locator
}

/**
 * Why a statement cannot be accepted: its day is in the future, before the conference, on its day where the
 * state needs a later step, or before the live statement; it has no evidence (required for all but
 * `not_reported`, and there too where it withdraws a state that has a source); a citation that is new or changed
 * lacks the place in its source, or has the quote of another source that it takes the place of; `behind` or
 * `ended` lacks a reason.
 *
 * @param isCorrection a correction may be as of a day before the live statement's: that day may be what was
 *   wrong.
 */
export function problemsOf(
  stated: Stated,
  item: {
    state: ItemState
    liveAsOf: string | null
    liveCited: readonly Cited[]
    conferenceDay: string | null
  },
  today: string,
  { isCorrection = false }: { isCorrection?: boolean } = {},
): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (stated.asOf > today) problems.push({ field: 'asOf', code: 'future_day' })
  else if (item.conferenceDay !== null && stated.asOf < item.conferenceDay) {
    problems.push({ field: 'asOf', code: 'before_conference' })
  } else if (needsLaterStep(stated.state) && stated.asOf === item.conferenceDay) {
    problems.push({ field: 'asOf', code: 'no_later_step' })
  } else if (!isCorrection && !mayFollow(item.liveAsOf, stated.asOf)) {
    problems.push({ field: 'asOf', code: 'before_live' })
  }
  const withdraws = item.liveAsOf !== null && needsCitation(item.state)
  if (stated.citations.length === 0 && (needsCitation(stated.state) || withdraws)) {
    problems.push({ field: 'citations', code: 'citation_required' })
  }
  for (const [row, cited] of stated.citations.entries()) {
    // What is public without a place in its source is work of its own, and no obstacle to another change.
    if (item.liveCited.some((live) => isSameCited(live, cited))) continue
    const field = `citations.${row}.quote`
    if (!cited.quote && !cited.locator) problems.push({ field, code: 'quote_or_locator' })
    else if (!isCorrection && isQuoteOfAnother(cited, stated.citations, item.liveCited)) {
      problems.push({ field, code: 'quote_of_another' })
    }
  }
  if (needsReason(stated.state) && !Object.values(stated.reason).some(Boolean)) {
    problems.push({ field: 'reason.zh-Hant', code: 'reason_required' })
  }
  return problems
}

/** Whether the quote is that of a citation whose source alone was exchanged. */
function isQuoteOfAnother(cited: Cited, all: readonly Cited[], live: readonly Cited[]): boolean {
  return live.some(
    (was) =>
      was.quote !== '' &&
      was.quote === cited.quote &&
      was.source !== cited.source &&
      !all.some((one) => isSameCited(one, was)),
  )
}

/**
 * A side asserts statements about items of its own mechanism only, and by its own officers only; what both sides
 * say begins with an officer of one of them.
 * @param officerSide the side of whoever states it.
 */
export function problemsOfAssertion(
  assertedBy: AssertedBy,
  { sides, officerSide }: { sides: readonly Side[]; officerSide: Side },
): FieldProblem[] {
  const side = sideAsserting(assertedBy)
  if (side !== null && !sides.includes(side)) return [{ field: 'assertedBy', code: 'other_side' }]
  const isOwn =
    side === null
      ? assertedBy !== 'both_sides' || sides.includes(officerSide)
      : side === officerSide
  return isOwn ? [] : [{ field: 'assertedBy', code: 'not_own_side' }]
}

/**
 * As what an officer may state an item: their own side, both sides, the press, and the editor where they write for
 * the register as a whole or the editor says it already.
 */
export function assertionsFor(
  officer: { side: Side; isRegisterEditor: boolean },
  item: { sides: readonly Side[]; assertedBy: AssertedBy | null },
): AssertedBy[] {
  const own = item.sides.includes(officer.side) ? [assertionOf(officer.side), 'both_sides'] : []
  const isEditor = officer.isRegisterEditor || item.assertedBy === 'editor'
  return [...own, 'press', ...(isEditor ? ['editor'] : [])]
}
