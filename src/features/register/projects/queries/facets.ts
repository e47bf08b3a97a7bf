import 'server-only'
import { listCities } from '@/features/register/cities/queries'
import type { Alternatives } from '@/features/register/search/model/alternatives'
import { projectStates } from '@/features/register/states/model/states'
import { countFacets, type Facet } from '@/features/register/subjects/model/facets'
import { namedFacet } from '@/features/register/texts/model/called'
import { database } from '@/server/database/database'
import { type ProjectFilter, projectFilter } from '../input'
import type { ProjectFacets } from '../model'
import { projectCondition } from './condition'

/** For each filter, the count of each of its values with all the other filters as they are. */
export async function countProjects(
  filter: ProjectFilter,
  alternatives: Alternatives,
): Promise<ProjectFacets> {
  const db = await database()
  const name = { texts: { where: { part: 'name' as const } } }
  const countWith = async (value: ProjectFilter, where: ReturnType<typeof projectCondition>) =>
    db.project.count({ where: { AND: [where, projectCondition(value, [])] } })
  return countFacets((key) => projectCondition(projectFilter.without(filter, key), alternatives), {
    conference: async (where) => {
      const rows = await db.conference.findMany({
        where: { projects: { some: {} } },
        include: { ...name, _count: { select: { projects: { where } } } },
        orderBy: [{ heldOn: 'desc' }, { reference: 'asc' }],
      })
      return rows.map((row) => namedFacet(row.reference, row.texts, row._count.projects))
    },
    field: async (where) => {
      const rows = await db.field.findMany({
        include: { ...name, _count: { select: { projects: { where } } } },
        orderBy: [{ conference: { heldOn: 'desc' } }, { conferenceId: 'asc' }, { number: 'asc' }],
      })
      return rows.map((row) => namedFacet(row.reference, row.texts, row._count.projects))
    },
    state: async (where) => {
      const rows = await db.project.groupBy({ by: ['state'], where, _count: true })
      return projectStates.map((value) => ({
        value,
        count: rows.find(({ state }) => state === value)?._count ?? 0,
      }))
    },
    itemised: async (where) => {
      const facets: Facet[] = []
      for (const value of ['yes', 'no'] as const) {
        facets.push({ value, count: await countWith({ itemised: value }, where) })
      }
      return facets
    },
    side: async (where) => {
      const facets: Facet[] = []
      for (const { code: side, name } of await listCities()) {
        facets.push({ value: side, name, count: await countWith({ side }, where) })
      }
      return facets
    },
    party: async (where) => {
      const organisations = await db.organisation.findMany({
        where: { parties: { some: { document: { projects: { some: {} } } } } },
        include: name,
        orderBy: [{ side: 'asc' }, { slug: 'asc' }],
      })
      const facets: Facet[] = []
      for (const { slug, texts } of organisations) {
        facets.push(namedFacet(slug, texts, await countWith({ party: slug }, where)))
      }
      return facets
    },
  })
}
