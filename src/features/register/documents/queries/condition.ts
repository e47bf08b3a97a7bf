import 'server-only'
import type { Alternatives } from '@/features/register/search/model/alternatives'
import { searchCondition } from '@/features/register/search/queries/condition'
import type { Prisma } from '@/generated/prisma/client'
import { type DocumentFilter, outside } from '../input'

/** The one condition that the list, its counts and its pages share. */
export function documentCondition(
  filter: DocumentFilter,
  alternatives: Alternatives,
): Prisma.DocumentWhereInput {
  const all: Prisma.DocumentWhereInput[] = []
  if (filter.q) all.push({ searchEntry: { is: searchCondition(filter.q, alternatives) } })
  if (filter.conference === outside) all.push({ conferenceId: null })
  else if (filter.conference) all.push({ conference: { reference: filter.conference } })
  if (filter.field) all.push({ fields: { some: { reference: filter.field } } })
  if (filter.state) all.push({ state: filter.state })
  if (filter.itemised) all.push({ itemised: filter.itemised === 'yes' })
  if (filter.side) all.push({ parties: { some: { organisation: { side: filter.side } } } })
  if (filter.party) all.push({ parties: { some: { organisation: { slug: filter.party } } } })
  if (filter.kind) all.push({ kind: filter.kind })
  if (filter.counted) all.push({ counted: filter.counted })
  return { AND: all }
}
