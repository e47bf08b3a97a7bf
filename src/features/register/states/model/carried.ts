import type {
  LoggedCitation,
  LoggedConfirmation,
} from '@/features/register/subjects/model/snapshot'
import { type Stance, standsBy } from './statements'

/** What decides whether a side's tick still holds when a statement changes: all but its wording. */
export type Substance = {
  state: string | undefined
  asOf: string
  assertedBy: string
  citations: readonly LoggedCitation[]
}

/** Whether two statements differ in their wording alone. The order of citations does not count. */
export function isSameSubstance(one: Substance, other: Substance): boolean {
  const cited = ({ citations }: Substance) =>
    citations
      .map(({ source, quote, locator }) => JSON.stringify([source, quote, locator]))
      .sort()
      .join()
  return (
    one.state === other.state &&
    one.asOf === other.asOf &&
    one.assertedBy === other.assertedBy &&
    cited(one) === cited(other)
  )
}

/**
 * What a side's word becomes beside a changed statement: a differing view stays; a tick stays, of its revision,
 * while only the wording changes, and is of an earlier statement otherwise; a word taken back is over (null).
 */
export function carriedStance(stance: Stance, isSame: boolean): Stance | null {
  if (stance === 'withdrawn') return null
  return standsBy(stance) && !isSame ? 'confirmed_earlier' : stance
}

/**
 * What sides have said, as it stands beside the statement once that has changed.
 * @param revision the item's revision before the change, which words not carried yet were said of.
 */
export function carriedWords(
  said: Readonly<Record<string, LoggedConfirmation>>,
  { isSame, revision }: { isSame: boolean; revision: number },
): Record<string, LoggedConfirmation> {
  return Object.fromEntries(
    Object.entries(said).flatMap(([side, word]) => {
      const stance = carriedStance(word.stance, isSame)
      return stance ? [[side, { ...word, stance, revision: word.revision ?? revision }]] : []
    }),
  )
}
