import 'server-only'
import type { Alternatives } from '@/features/register/search/model/query'
import { projectStates } from '@/features/register/states/model/states'
import { textsByPart } from '@/features/register/texts/model/text'
import { database } from '@/server/database/database'
import { type ProjectFilter, withoutFilter } from '../input'
import type { FacetValue, ProjectFacets } from '../model'
import { projectCondition } from './condition'

/** For each filter, the count of each of its values with all the other filters as they are. */
export async function countFacets(
  filter: ProjectFilter,
  alternatives: Alternatives,
): Promise<ProjectFacets> {
  const db = await database()
  const apartFrom = (key: keyof ProjectFilter) =>
    projectCondition(withoutFilter(filter, key), alternatives)
  const whole = { texts: { where: { part: 'name' as const } } }

  const conferences = await db.conference.findMany({
    where: { projects: { some: {} } },
    include: { ...whole, _count: { select: { projects: { where: apartFrom('conference') } } } },
    orderBy: { heldOn: 'desc' },
  })
  const fields = await db.field.findMany({
    include: { ...whole, _count: { select: { projects: { where: apartFrom('field') } } } },
    orderBy: [{ conference: { heldOn: 'desc' } }, { number: 'asc' }],
  })
  const states = await db.project.groupBy({
    by: ['state'],
    where: apartFrom('state'),
    _count: true,
  })
  const itemised = await db.project.groupBy({
    by: ['itemised'],
    where: projectCondition({ ...filter, itemised: 'all' }, alternatives),
    _count: true,
  })
  const organisations = await db.organisation.findMany({
    where: { parties: { some: { document: { projects: { some: {} } } } } },
    include: whole,
    orderBy: [{ side: 'asc' }, { slug: 'asc' }],
  })
  const parties: FacetValue[] = []
  for (const { slug, texts } of organisations) {
    const count = await db.project.count({
      where: projectCondition({ ...withoutFilter(filter, 'party'), party: slug }, alternatives),
    })
    parties.push({ value: slug, name: textsByPart(texts).name ?? {}, count })
  }
  const sides: ProjectFacets['side'] = []
  for (const side of ['HK', 'SH'] as const) {
    const count = await db.project.count({
      where: projectCondition({ ...withoutFilter(filter, 'side'), side }, alternatives),
    })
    sides.push({ value: side, count })
  }
  const toFacet = (row: (typeof conferences)[number] | (typeof fields)[number]): FacetValue => ({
    value: row.reference,
    name: textsByPart(row.texts).name ?? {},
    count: row._count.projects,
  })
  return {
    conference: conferences.map(toFacet),
    field: fields.map(toFacet),
    state: projectStates.map((value) => ({
      value,
      count: states.find((row) => row.state === value)?._count ?? 0,
    })),
    itemised: {
      yes: itemised.find((row) => row.itemised)?._count ?? 0,
      no: itemised.find((row) => !row.itemised)?._count ?? 0,
    },
    side: sides,
    party: parties,
  }
}
