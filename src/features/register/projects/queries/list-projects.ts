import 'server-only'
import { sidesOf, withSides } from '@/features/register/cities/queries'
import { listAlternatives } from '@/features/register/glossary/queries'
import type { Alternatives } from '@/features/register/search/model/alternatives'
import type { StatementRow } from '@/features/register/states/model/statements'
import { confirmedBy, withStances } from '@/features/register/states/queries'
import { midnight } from '@/features/register/subjects/model/columns'
import { byName, byTitle } from '@/features/register/texts/model/called'
import type { Prisma } from '@/generated/prisma/client'
import { isoDay } from '@/i18n/formats'
import { pageSize, partAfter } from '@/i18n/pages'
import { database } from '@/server/database/database'
import type { ProjectFilter } from '../input'
import type { ListedProject, ProjectPage, ProjectPart } from '../model'
import { projectCondition } from './condition'
import { countProjects } from './facets'

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
  conference: { select: { mechanism: withSides } },
  currentStatement: {
    select: { confirmations: withStances },
  },
} as const satisfies Prisma.ProjectInclude

/**
 * One page of the projects that the filter asks for, and how many there would be with each value of each filter.
 * The slots stand apart, so that they don't drown the list, unless they alone are asked for.
 */
export async function listProjects(filter: ProjectFilter): Promise<ProjectPage> {
  const alternatives = filter.q ? await listAlternatives() : []
  const page = await pageOfProjects({ itemised: 'yes', ...filter }, pageSize, alternatives)
  const slots = filter.itemised
    ? []
    : await referencesOf({ ...filter, itemised: 'no' }, alternatives)
  return { ...page, slots, facets: await countProjects(filter, alternatives) }
}

/** As `listProjects`, one page of a given length: of both, the slots are among the rest. */
export async function listProjectPage(filter: ProjectFilter, limit: number): Promise<ProjectPart> {
  return pageOfProjects(filter, limit, filter.q ? await listAlternatives() : [])
}

async function pageOfProjects(
  filter: ProjectFilter,
  limit: number,
  alternatives: Alternatives,
): Promise<ProjectPart> {
  const db = await database()
  const references = await referencesOf(filter, alternatives)
  const { shown, start: _, ...part } = partAfter(references, filter.after, limit)
  const rows = await db.project.findMany({
    where: { reference: { in: shown } },
    include: listed,
  })
  const byReference = new Map(rows.map((row) => [row.reference, toListed(row)]))
  return { ...part, projects: shown.flatMap((reference) => byReference.get(reference) ?? []) }
}

/** All that the filter asks for, in the order of the list. */
async function referencesOf(filter: ProjectFilter, alternatives: Alternatives): Promise<string[]> {
  const db = await database()
  const ordered = await db.project.findMany({
    where: projectCondition(filter, alternatives),
    orderBy: projectOrder(filter.sort),
    select: { reference: true },
  })
  return ordered.map(({ reference }) => reference)
}

/** The projects whose state is as of an ISO day or a later one, the latest first. */
export async function listProjectsSince(day: string): Promise<ListedProject[]> {
  const db = await database()
  const rows = await db.project.findMany({
    where: { stateAsOf: { gte: midnight(day) } },
    include: listed,
    orderBy: projectOrder('as_of'),
  })
  return rows.map(toListed)
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
  const sides = sidesOf(row.conference.mechanism)
  return {
    ...byTitle(row),
    itemised: row.itemised,
    field: row.field && byName(row.field),
    state: row.state,
    stateAsOf: isoDay(row.stateAsOf),
    confirmedBy: confirmedBy(row.currentStatement, sides),
    sides,
    lastRevisedAt: row.lastRevisedAt?.toISOString() ?? null,
  }
}
