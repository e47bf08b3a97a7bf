import type { City } from '@/features/register/cities/model'
import type { RevisionRecord } from '@/features/register/log/model'
import { type SideStance, stancesOf } from '@/features/register/states/model/statements'
import type { LoggedCitation } from '@/features/register/subjects/model/snapshot'

/** What is cited: items with their state, the evidence for that, and who has confirmed it; developments with their sources. */
export type CitedKind = 'project' | 'document' | 'development'

/** A revision of an item with all that its citation names. */
export type Cited = {
  kind: CitedKind
  record: RevisionRecord
  /** Who published the sources of its statement, or of the development, by the source's slug. */
  publishers: Readonly<Record<string, string>>
  /** The two sides of the item's mechanism, in its order. */
  sides: readonly City[]
}

/** What the state of an item rests on, or a development. */
export function citationsIn(kind: CitedKind, { snapshot }: RevisionRecord): LoggedCitation[] {
  return kind === 'development' ? snapshot.citations : (snapshot.statement?.citations ?? [])
}

/** Who published the evidence, each once, in its order; and how many reports there are. */
export function evidenceIn({ kind, record, publishers }: Cited): { by: string[]; reports: number } {
  const slugs = [...new Set(citationsIn(kind, record).map(({ source }) => source))]
  const by = slugs.flatMap((slug) => publishers[slug] ?? [])
  return { by: [...new Set(by)], reports: slugs.length }
}

/** How each side stands to the statement, besides those whose own it is; none where nothing has been stated. */
export function stancesIn({ record, sides }: Cited): SideStance[] {
  const { statement } = record.snapshot
  if (!statement) return []
  const said = Object.entries(statement.confirmations ?? {}).map(([side, { stance, at }]) => ({
    side,
    stance,
    at: at ?? '',
  }))
  return stancesOf(sides, statement.assertedBy, said).filter(({ stance }) => stance !== 'asserts')
}
