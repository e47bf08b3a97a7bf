import type { City } from '@/features/register/cities/model'
import type { RevisionRecord } from '@/features/register/log/model'
import { type SideStance, stancesOf } from '@/features/register/states/model/statements'

/** What is cited with its state, the evidence for that, and who has confirmed it. */
export type CitedKind = 'project' | 'document'

/** A revision of an item with all that its citation names. */
export type Cited = {
  kind: CitedKind
  record: RevisionRecord
  /** Who published the sources of its statement, by the source's slug. */
  publishers: Readonly<Record<string, string>>
  /** The two sides of the item's mechanism, in its order. */
  sides: readonly City[]
}

/** Who published the evidence of the state, each once, in its order; and how many reports there are. */
export function evidenceIn({ record, publishers }: Cited): { by: string[]; reports: number } {
  const slugs = [...new Set(record.snapshot.statement?.citations.map(({ source }) => source) ?? [])]
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
