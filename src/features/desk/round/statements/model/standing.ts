import type { FieldProblem } from '@/components/forms/problems'
import type { StatementInput } from '../input/statement'
import type { ItemToState, LiveStatement } from './item'
import { type Cited, citedIn, problemsOf, problemsOfAssertion } from './rules'

/** What a live statement rests on, as the rules look at it. */
export function citedLive({ citations }: Pick<LiveStatement, 'citations'>): Cited[] {
  return citations.map(({ source, quote, locator }) => ({
    source: source.slug,
    quote: quote ?? '',
    locator: locator ?? '',
  }))
}

/** The sources that a live statement rests on. */
export function sourcesOf({ citations }: Pick<LiveStatement, 'citations'>) {
  return citations.map(({ source }) => source)
}

/**
 * Why a statement that was submitted could not be published as things are now.
 * @param today ISO.
 */
export function problemsAsThingsAre(
  statement: StatementInput,
  { live, conferenceDay }: Pick<ItemToState, 'live' | 'conferenceDay'>,
  today: string,
  { isCorrection, authorSide }: { isCorrection: boolean; authorSide: string },
): FieldProblem[] {
  const { state, asOf: liveAsOf, sides } = live
  return [
    ...problemsOf(
      {
        ...statement,
        citations: statement.citations.map((citation) => citedIn(citation, sourcesOf(live))),
      },
      { state, liveAsOf, liveCited: citedLive(live), conferenceDay },
      today,
      { isCorrection },
    ),
    ...problemsOfAssertion(statement.assertedBy, {
      sides: sides.map(({ code }) => code),
      officerSide: authorSide,
    }),
  ]
}
