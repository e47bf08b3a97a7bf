import type { ShownRevision } from '@/features/register/log/model'
import { hongKongDay } from '@/i18n/formats'
import { comparedEnd } from '../input'

/** Why what an address names is no revision that can be compared. */
export type EndProblem = 'unreadable' | 'unknown' | 'future' | 'before_first'

/** One end of a comparison, as an address names it. */
export type ComparedEnd = {
  /** As it was asked for. */
  asked: string
  /** Whether it is a day: what had been published by its end in Hong Kong. */
  isDay: boolean
} & ({ revision: ShownRevision; problem: null } | { revision: null; problem: EndProblem })

/**
 * The revision that an address names by its number within the subject, or by a day: the latest one published by then.
 * @param revisions of the subject, newest first, one at least. @param today ISO.
 */
export function endOf(
  asked: string,
  revisions: readonly ShownRevision[],
  today: string,
): ComparedEnd {
  const read = comparedEnd.safeParse(asked)
  const isDay = read.success && typeof read.data === 'string'
  const none = (problem: EndProblem): ComparedEnd => ({ asked, isDay, revision: null, problem })
  if (!read.success) return none('unreadable')
  const end = read.data
  if (typeof end === 'string' && end > today) return none('future')
  const revision = revisions.find((one) =>
    typeof end === 'string' ? hongKongDay(one.recordedAt) <= end : one.revision === end,
  )
  if (!revision) return none(isDay ? 'before_first' : 'unknown')
  return { asked, isDay, revision, problem: null }
}
