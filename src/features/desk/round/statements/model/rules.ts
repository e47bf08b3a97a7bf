import type { FieldProblem } from '@/components/forms/problems'
import type { Side } from '@/features/register/cities/model'
import { sideAsserting } from '@/features/register/states/model/statements'
import {
  type ItemState,
  needsCitation,
  needsLaterStep,
  needsReason,
} from '@/features/register/states/model/states'

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
  citation: { quote: string; locator: string } | null
}

/**
 * Why a statement cannot be accepted: its day is in the future, before the conference, on its day where the
 * state needs a later step, or before the live statement; it has no evidence (required for all but `not_reported`, and there too where it withdraws a
 * state that has a source); the place in the source is missing; `behind` or `ended` lacks a reason.
 *
 * @param isCorrection a correction may be as of a day before the live statement's: that day may be what was
 *   wrong.
 */
export function problemsOf(
  stated: Stated,
  item: { state: ItemState; liveAsOf: string | null; conferenceDay: string | null },
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

/** A side may only assert statements about items of its own mechanism. */
export function problemsOfAssertion(assertedBy: string, sides: readonly Side[]): FieldProblem[] {
  const side = sideAsserting(assertedBy)
  return side === null || sides.includes(side) ? [] : [{ field: 'assertedBy', code: 'other_side' }]
}
