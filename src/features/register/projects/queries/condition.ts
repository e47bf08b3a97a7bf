import 'server-only'
import type { Alternatives } from '@/features/register/search/model/alternatives'
import { searchCondition } from '@/features/register/search/queries/condition'
import type { Prisma } from '@/generated/prisma/client'
import type { ProjectFilter } from '../input'

/** The one condition that the list, its counts and its pages share. */
export function projectCondition(
  filter: ProjectFilter,
  alternatives: Alternatives,
): Prisma.ProjectWhereInput {
  const all: Prisma.ProjectWhereInput[] = []
  if (filter.q) all.push({ searchEntry: { is: searchCondition(filter.q, alternatives) } })
  if (filter.conference) all.push({ conference: { reference: filter.conference } })
  if (filter.field) all.push({ field: { reference: filter.field } })
  if (filter.state) all.push({ state: filter.state })
  if (filter.itemised) all.push({ itemised: filter.itemised === 'yes' })
  if (filter.side) all.push({ documents: { some: hasParty({ side: filter.side }) } })
  if (filter.party) all.push({ documents: { some: hasParty({ slug: filter.party }) } })
  return { AND: all }
}

function hasParty(organisation: Prisma.OrganisationWhereInput): Prisma.DocumentWhereInput {
  return { parties: { some: { organisation } } }
}
