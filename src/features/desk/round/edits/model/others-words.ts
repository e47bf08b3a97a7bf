import type { FieldProblem } from '@/components/forms/problems'
import type { Side } from '@/features/register/cities/model'
import { sideAsserting } from '@/features/register/states/model/statements'
import type { ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import { originalLanguage } from '@/i18n/localized-text'

/**
 * Why an edit may not change the words of a statement: those that a side wrote first are for its own officers to
 * change, and those of both sides for a statement of both. Their translations are anybody's to mend.
 * @param side that of the edit's author.
 */
export function problemsOfOthersWords(
  before: ProposedSnapshot | null,
  after: ProposedSnapshot,
  side: Side,
): FieldProblem[] {
  const { assertedBy = '', texts } = before?.statement ?? {}
  const owner = sideAsserting(assertedBy)
  if (owner === side || (owner === null && assertedBy !== 'both_sides')) return []
  return Object.entries(texts ?? {}).flatMap(([part, text = {}]) => {
    const original = originalLanguage(text)
    const is = original && after.statement?.texts[part]?.[original]?.body
    return original && is !== text[original]?.body
      ? [{ field: `texts.statement.${part}.${original}`, code: 'not_own_side' as const }]
      : []
  })
}
