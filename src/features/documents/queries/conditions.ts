import type { Prisma } from '../../../generated/prisma/client'
import { fold } from '../../search/fold'
import type { DocumentFilter } from '../input'

type Dimension = Exclude<keyof DocumentFilter, 'sort' | 'after'>

/**
 * The filter as a condition.
 * @param without the one filter to leave out, for counting its own values.
 */
export function conditionsOf(
  filter: DocumentFilter,
  without: Dimension | null = null,
): Prisma.DocumentWhereInput {
  const kept = without ? { ...filter, [without]: null } : filter
  const conditions: Prisma.DocumentWhereInput[] = []
  if (kept.q) conditions.push(...fold(kept.q).split(' ').map(holdsWord))
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

/** A folded word in the document's own passages or in the name of a party. */
function holdsWord(word: string): Prisma.DocumentWhereInput {
  return {
    OR: [
      { searchText: { contains: word } },
      {
        parties: { some: { organisation: { searchText: { contains: word } } } },
      },
    ],
  }
}
