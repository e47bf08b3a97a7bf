import 'server-only'
import { listAlternatives } from '@/features/register/glossary/queries'
import type { Alternatives } from '@/features/register/search/model/query'
import type { StatementRow } from '@/features/register/states/model'
import { confirmedBy, withStances } from '@/features/register/states/queries'
import { textsByPart } from '@/features/register/texts/model/text'
import type { Prisma } from '@/generated/prisma/client'
import { isoDay } from '@/i18n/formats'
import { database } from '@/server/database/database'
import type { ProjectFilter } from '../input'
import type { ListedProject, ProjectPage } from '../model'
import { projectCondition } from './condition'
import { countFacets } from './facets'

/** How many projects a page of the list holds. */
export const pageSize = 40

const orders: Record<'reference' | 'as_of' | 'revised', Prisma.ProjectOrderByWithRelationInput[]> =
  {
    reference: [],
    as_of: [{ stateAsOf: { sort: 'desc', nulls: 'last' } }],
    revised: [{ lastRevisedAt: { sort: 'desc', nulls: 'last' } }],
  }
const byPlace = [
  { conference: { heldOn: 'desc' } },
  { position: 'asc' },
] as const satisfies Prisma.ProjectOrderByWithRelationInput[]

/** The order of the list, whole: what is alike in the order asked for stands by its place. */
export function projectOrder(
  sort: ProjectFilter['sort'],
): Prisma.ProjectOrderByWithRelationInput[] {
  return [...orders[sort ?? 'reference'], ...byPlace]
}

/** What to include of a project, so that `toListed` can read it. */
export const listed = {
  texts: { where: { part: 'title' } },
  field: { include: { texts: true } },
  currentStatement: {
    select: { assertedBy: true, confirmations: withStances },
  },
} as const satisfies Prisma.ProjectInclude

/** One page of the projects that the filter asks for, and how many there would be with each value of each filter. A cursor that is not in the list begins it anew. */
export async function listProjects(filter: ProjectFilter): Promise<ProjectPage> {
  const alternatives = filter.q ? await listAlternatives() : []
  return {
    ...(await pageOfProjects(filter, pageSize, alternatives)),
    facets: await countFacets(filter, alternatives),
  }
}

/** As `listProjects`, for who needs the page alone, in the length that they ask for. */
export async function listProjectPage(
  filter: ProjectFilter,
  limit: number,
): Promise<Omit<ProjectPage, 'facets'>> {
  return pageOfProjects(filter, limit, filter.q ? await listAlternatives() : [])
}

async function pageOfProjects(
  filter: ProjectFilter,
  limit: number,
  alternatives: Alternatives,
): Promise<Omit<ProjectPage, 'facets'>> {
  const db = await database()
  const ordered = await db.project.findMany({
    where: projectCondition(filter, alternatives),
    orderBy: projectOrder(filter.sort),
    select: { reference: true },
  })
  const references = ordered.map(({ reference }) => reference)
  const start = filter.after ? references.indexOf(filter.after) + 1 : 0
  const shown = references.slice(start, start + limit)
  const rows = await db.project.findMany({
    where: { reference: { in: shown } },
    include: listed,
  })
  const byReference = new Map(rows.map((row) => [row.reference, toListed(row)]))
  const last = shown.at(-1)
  return {
    projects: shown.flatMap((reference) => byReference.get(reference) ?? []),
    total: references.length,
    isBegunAnew: filter.after !== undefined && start === 0,
    from: shown.length === 0 ? 0 : start + 1,
    previous: start === 0 ? null : references[start - limit - 1],
    next: last !== undefined && start + limit < references.length ? last : null,
  }
}

/** The projects of a field, in their order. */
export async function listProjectsOfField(fieldReference: string): Promise<ListedProject[]> {
  const db = await database()
  const rows = await db.project.findMany({
    where: { field: { reference: fieldReference } },
    include: listed,
    orderBy: { position: 'asc' },
  })
  return rows.map(toListed)
}

type Row = Omit<Prisma.ProjectGetPayload<{ include: typeof listed }>, 'currentStatement'> & {
  currentStatement: StatementRow | null
}

/** A project row, included by `listed`, as a plain object. */
export function toListed(row: Row): ListedProject {
  return {
    reference: row.reference,
    itemised: row.itemised,
    title: textsByPart(row.texts).title ?? {},
    field: row.field && {
      reference: row.field.reference,
      name: textsByPart(row.field.texts).name ?? {},
    },
    state: row.state,
    stateAsOf: isoDay(row.stateAsOf),
    confirmedBy: confirmedBy(row.currentStatement),
    lastRevisedAt: row.lastRevisedAt?.toISOString() ?? null,
  }
}
