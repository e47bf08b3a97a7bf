import 'server-only'
import { cache } from 'react'
import type { Facet } from '@/features/register/subjects/model/facets'
import { byName, byTitle, namedFacet } from '@/features/register/texts/model/called'
import type { Prisma } from '@/generated/prisma/client'
import { lastDayOf } from '@/i18n/dates'
import { pageSize, partAfter } from '@/i18n/pages'
import { database } from '@/server/database/database'
import { toCitations, withCitations } from '../sources/queries'
import { dateOf, midnight } from '../subjects/model/columns'
import { textsByPart } from '../texts/model/text'
import { type DevelopmentFilter, developmentFilter } from './input'
import {
  type DevelopmentKind,
  type DevelopmentPage,
  developmentKinds,
  type ShownDevelopment,
} from './model'

/** Which developments to list; all of them when nothing is asked. */
type Asked = {
  /** The first and the last day, ISO. A month that has a day between them counts. */
  since?: string
  until?: string
  kind?: DevelopmentKind
  /** Developments tied to a field or a project of the conference. */
  conferenceReference?: string
  projectReference?: string
  fieldReference?: string
  /** Developments of the projects that have a document to which the organisation of this slug is party. */
  party?: string
  /** Developments of the projects that the document is linked with: no source ties one to a document. */
  documentReference?: string
  /** The one of this slug. */
  slug?: string
  /** At most so many. */
  limit?: number
}

/**
 * Developments, newest first; those of one day in the order they were entered. One known by its month stands at the end
 * of the month: from then on it had happened.
 */
export async function listDevelopments(asked: Asked = {}): Promise<ShownDevelopment[]> {
  const db = await database()
  const rows = await db.development.findMany({
    where: conditions(asked),
    include: {
      texts: true,
      citations: withCitations,
      fields: { include: { texts: true }, orderBy: { number: 'asc' } },
      projects: { include: { texts: true }, orderBy: { position: 'asc' } },
    },
    orderBy: [{ date: 'desc' }, { datePrecision: 'desc' }, { slug: 'asc' }],
    ...(asked.limit === undefined ? {} : { take: asked.limit }),
  })
  return rows.map((row) => ({
    slug: row.slug,
    date: dateOf(row),
    kind: row.kind,
    namesTheConference: row.namesTheConference,
    ...described(textsByPart(row.texts)),
    fields: row.fields.map(byName),
    projects: row.projects.map(byTitle),
    citations: toCitations(row.citations),
  }))
}

/** One page of the developments that the filter of the list asks for, newest first. */
export async function listDevelopmentPage(
  filter: DevelopmentFilter,
  limit = pageSize,
): Promise<DevelopmentPage> {
  const all = await listDevelopments(askedBy(filter))
  const slugs = all.map(({ slug }) => slug)
  const { shown: _, start, ...part } = partAfter(slugs, filter.after, limit)
  return { ...part, developments: all.slice(start, start + limit) }
}

/** The slugs of all the developments that the filter asks for. */
export async function listDevelopmentSlugs(filter: DevelopmentFilter): Promise<string[]> {
  const db = await database()
  const where = conditions(askedBy(filter))
  return (await db.development.findMany({ where, select: { slug: true } })).map(({ slug }) => slug)
}

function askedBy(filter: DevelopmentFilter): Asked {
  const { since, until, kind, conference, field, project, party } = filter
  return {
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
    ...(kind ? { kind } : {}),
    ...(conference ? { conferenceReference: conference } : {}),
    ...(field ? { fieldReference: field } : {}),
    ...(project ? { projectReference: project } : {}),
    ...(party ? { party } : {}),
  }
}

/** The kinds, each with how many developments the rest of the filter leaves it. */
export async function countKinds(filter: DevelopmentFilter): Promise<Facet[]> {
  const db = await database()
  const where = conditions(askedBy(developmentFilter.without(filter, 'kind')))
  const facets: Facet[] = []
  for (const kind of developmentKinds) {
    const count = await db.development.count({ where: { AND: [where, { kind }] } })
    facets.push({ value: kind, count })
  }
  return facets
}

/** How many developments could belong to the kind that the filter asks for as well, because none is stated of them. */
export async function countWithoutKind(filter: DevelopmentFilter): Promise<number> {
  if (filter.kind === undefined) return 0
  const db = await database()
  const where = conditions(askedBy(developmentFilter.without(filter, 'kind')))
  return db.development.count({ where: { AND: [where, { kind: null }] } })
}

/** The organisations by which developments can be asked for, each with how many the rest of the filter leaves it. */
export async function countParties(filter: DevelopmentFilter): Promise<Facet[]> {
  const db = await database()
  const where = conditions(askedBy(developmentFilter.without(filter, 'party')))
  const organisations = await db.organisation.findMany({
    where: {
      parties: { some: { document: { projects: { some: { developments: { some: {} } } } } } },
    },
    include: { texts: { where: { part: 'name' } } },
    orderBy: [{ side: 'asc' }, { slug: 'asc' }],
  })
  const facets: Facet[] = []
  for (const { slug, texts } of organisations) {
    const count = await db.development.count({
      where: { AND: [where, { projects: { some: hasParty(slug) } }] },
    })
    facets.push(namedFacet(slug, texts, count))
  }
  return facets
}

function hasParty(slug: string): Prisma.ProjectWhereInput {
  return { documents: { some: { parties: { some: { organisation: { slug } } } } } }
}

/** One development; null for an unknown slug. Read once per request: title and page ask alike. */
export const findDevelopment = cache(async (slug: string): Promise<ShownDevelopment | null> => {
  const [found = null] = await listDevelopments({ slug })
  return found
})

function described({ summary = {}, note = {} }: ReturnType<typeof textsByPart>) {
  return { summary, note }
}

/** Of a day up to this one, or of a month that had begun. */
function upTo(day: string): Prisma.DevelopmentWhereInput[] {
  const endOfMonth = midnight(lastDayOf(day.slice(0, 7)))
  return [{ date: { lte: midnight(day) } }, { datePrecision: 'month', date: { lte: endOfMonth } }]
}

function conditions(asked: Asked): Prisma.DevelopmentWhereInput {
  const { projectReference, fieldReference, documentReference, slug } = asked
  const { since, until, kind, conferenceReference, party } = asked
  const tied = { some: { conference: { reference: conferenceReference ?? '' } } }
  return {
    AND: [
      since === undefined ? {} : { date: { gte: midnight(since) } },
      until === undefined ? {} : { OR: upTo(until) },
      kind === undefined ? {} : { kind },
      conferenceReference === undefined ? {} : { OR: [{ fields: tied }, { projects: tied }] },
      slug === undefined ? {} : { slug },
      projectReference === undefined ? {} : { projects: { some: { reference: projectReference } } },
      party === undefined ? {} : { projects: { some: hasParty(party) } },
      fieldReference === undefined ? {} : { fields: { some: { reference: fieldReference } } },
      documentReference === undefined
        ? {}
        : {
            projects: {
              some: { documents: { some: { reference: documentReference } } },
            },
          },
    ],
  }
}
