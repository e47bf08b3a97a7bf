import type { Alternatives } from '@/features/register/search/model/query'
import { searchCondition } from '@/features/register/search/queries/condition'
import type { Prisma } from '@/generated/prisma/client'
import type { DocumentFilter } from '../input'

type Dimension = Exclude<keyof DocumentFilter, 'sort' | 'after'>

/**
 * The filter as a condition.
 * @param alternatives groups of terms that mean the same, from the glossary.
 * @param without the one filter to leave out, for counting its own values.
 */
export function conditionsOf(
  filter: DocumentFilter,
  alternatives: Alternatives,
  without: Dimension | null = null,
): Prisma.DocumentWhereInput {
  const kept = without ? { ...filter, [without]: null } : filter
  const conditions: Prisma.DocumentWhereInput[] = []
  if (kept.q) conditions.push({ searchEntry: { is: searchCondition(kept.q, alternatives) } })
  if (kept.conference) conditions.push({ conference: { reference: kept.conference } })
  if (kept.field) conditions.push({ fields: { some: { reference: kept.field } } })
  if (kept.state) conditions.push({ state: kept.state })
  if (kept.itemised) conditions.push({ itemised: kept.itemised === 'yes' })
  if (kept.side)
    conditions.push({
      parties: { some: { organisation: { side: kept.side } } },
    })
  if (kept.party)
    conditions.push({
      parties: { some: { organisation: { slug: kept.party } } },
    })
  if (kept.kind) conditions.push({ kind: kept.kind })
  if (kept.counted) conditions.push({ counted: kept.counted })
  return { AND: conditions }
}
