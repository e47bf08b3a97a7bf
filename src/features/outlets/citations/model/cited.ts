import type { City } from '@/features/register/cities/model'
import type { RevisionRecord } from '@/features/register/log/model'
import { type Publisher, publisherIn } from '@/features/register/sources/model'
import { sideAsserting } from '@/features/register/states/model/statements'
import type { LoggedCitation } from '@/features/register/subjects/model/snapshot'
import type { Language } from '@/i18n/language'

/** What is cited: items with their state, the evidence for that, and who has confirmed it; developments with their sources; sources themselves. */
export type CitedKind = 'project' | 'document' | 'development' | 'source'

/** A revision of an item with all that its citation names. */
export type Cited = {
  kind: CitedKind
  record: RevisionRecord
  /** Who published the sources of its statement, or of the development, by the source's slug. */
  publishers: Readonly<Record<string, Publisher>>
  /** The two sides of the item's mechanism, in its order. */
  sides: readonly City[]
}

/** What the state of an item rests on, or a development; a source rests on nothing. */
export function citationsIn(kind: CitedKind, { snapshot }: RevisionRecord): LoggedCitation[] {
  return kind === 'development' ? snapshot.citations : (snapshot.statement?.citations ?? [])
}

/** Who published the evidence, by name, each once, in its order; and how many reports there are. */
export function evidenceIn(
  { kind, record, publishers }: Cited,
  language: Language,
): { by: string[]; reports: number } {
  const slugs = [...new Set(citationsIn(kind, record).map(({ source }) => source))]
  const by = slugs.flatMap((slug) => {
    const publisher = publishers[slug]
    return publisher ? [publisherIn(publisher, language).name] : []
  })
  return { by: [...new Set(by)], reports: slugs.length }
}

/** How a side stands to a statement, as far as a citation tells it. */
type CitedStance = { side: City; stance: 'confirms' | 'differs' | 'silent' }

/**
 * How each side stands to the statement, besides those whose own it is; none where nothing has been stated. A word
 * that was taken back, or that was said of something else, counts as none.
 */
export function stancesIn({ record, sides }: Cited): CitedStance[] {
  const { statement } = record.snapshot
  if (!statement) return []
  const { assertedBy } = statement
  return sides.flatMap((side): CitedStance[] => {
    const stance = statement.confirmations?.[side.code]?.stance
    if (stance === 'confirms' || stance === 'differs') return [{ side, stance }]
    const isOwn = assertedBy === 'both_sides' || sideAsserting(assertedBy) === side.code
    return isOwn ? [] : [{ side, stance: 'silent' }]
  })
}
