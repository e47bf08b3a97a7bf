import 'server-only'
import { cache } from 'react'
import { Prisma } from '@/generated/prisma/client'
import type { LocalizedText } from '@/i18n/localized-text'
import { pageSize, partAfter } from '@/i18n/pages'
import { type Database, database } from '@/server/database/database'
import { announcementKinds } from '../conferences/model/conference'
import { findSource, listShownSources } from '../sources/queries'
import { textsByPart } from '../texts/model/text'
import type { SourceFilter } from './input'
import {
  type Basis,
  bases,
  type CitedInHistory,
  type CountedKind,
  countedAs,
  countSourceFacets,
  countsBy,
  type ListedSource,
  narrowed,
  publisherNamed,
  type Resting,
  type RestingCitation,
  type RestingKind,
  restingKinds,
  type SourcePage,
  type SourceWithResting,
} from './model'

/**
 * Every citation that counts now, with what rests on it: of the statements of an item the current one, and of the
 * words of a side on that the last. The one place that says so for a source.
 * @param only which citations are looked at.
 */
const restingIn = (only: Prisma.Sql) => Prisma.sql`
  with "cited" as materialized (select * from "Citation" where ${only}),
  "item" as (
    select 'project' as "kind", "id", "reference", "itemised", "currentStatementId" as "statementId" from "Project"
    union all select 'document', "id", "reference", "itemised", "currentStatementId" from "Document"),
  "said" as (
    select distinct on ("statementId", "side") "id", "statementId", "side" from "Confirmation"
    order by "statementId", "side", "at" desc, "id" desc),
  "resting" as (
    select c.*, i."kind" as "of", i."reference", i."itemised", 'own' as "basis", null as "detail"
      from "cited" c join "item" i on i."kind" = 'project' and i."id" = c."projectId"
    union all select c.*, i."kind", i."reference", i."itemised", 'own', null
      from "cited" c join "item" i on i."kind" = 'document' and i."id" = c."documentId"
    union all select c.*, i."kind", i."reference", i."itemised", 'statement', null
      from "cited" c join "item" i on i."statementId" = c."statementId"
    union all select c.*, i."kind", i."reference", i."itemised", 'view', s."side"
      from "cited" c join "said" s on s."id" = c."confirmationId"
      join "item" i on i."statementId" = s."statementId"
    union all select c.*, 'field', o."reference", true, 'own', null
      from "cited" c join "Field" o on o."id" = c."fieldId"
    union all select c.*, 'development', o."slug", true, 'own', null
      from "cited" c join "Development" o on o."id" = c."developmentId"
    union all select c.*, 'conference', o."reference", true, 'announced', a."kind"::text
      from "cited" c join "Announcement" a on a."id" = c."announcementId"
      join "Conference" o on o."id" = a."conferenceId")`

/** Every source, the latest first, with how many subjects rest on it. */
export async function listSourcesWithCounts(): Promise<ListedSource[]> {
  const db = await database()
  const sources = await listShownSources()
  const rows = await db.$queryRaw<{ slug: string; kind: CountedKind; count: number }[]>`
    ${restingIn(Prisma.sql`true`)}
    select s."slug", case when r."itemised" then r."of" else 'slot' end as "kind",
      count(distinct (r."of", r."reference"))::integer as "count"
    from "resting" r join "Source" s on s."id" = r."sourceId" group by 1, 2`
  const counted = new Map(rows.map(({ slug, kind, count }) => [`${kind} ${slug}`, count]))
  return sources.map((source) => ({
    ...source,
    restingCounts: countsBy((kind) => counted.get(`${kind} ${source.slug}`) ?? 0),
  }))
}

/** One page of the sources that the filter asks for, newest first, undated ones last. */
export async function listSourcePage(filter: SourceFilter, limit = pageSize): Promise<SourcePage> {
  const all = await listSourcesWithCounts()
  const found = narrowed(all, filter)
  const slugs = found.map(({ slug }) => slug)
  const { shown: _, start, ...part } = partAfter(slugs, filter.after, limit)
  const { publisher } = filter
  return {
    ...part,
    sources: found.slice(start, start + limit),
    facets: countSourceFacets(all, filter),
    publisher: publisher === undefined ? null : publisherNamed(publisher, all),
  }
}

type Row = {
  kind: RestingKind
  reference: string
  itemised: boolean
  basis: Basis
  detail: string | null
  quote: string | null
  locator: string | null
}

/** A source with everything that rests on it; null when there is none of this slug. Read once per request: title and page ask alike. */
export const findSourceWithResting = cache(
  async (slug: string): Promise<SourceWithResting | null> => {
    const source = await findSource(slug)
    if (!source) return null
    const db = await database()
    const ofSource = Prisma.sql`"sourceId" = (select "id" from "Source" where "slug" = ${slug})`
    const rows = await db.$queryRaw<Row[]>`
      ${restingIn(ofSource)}
      select "of" as "kind", "reference", "itemised", "basis", "detail", "quote", "locator" from "resting"
      order by "of", "reference", array_position(${[...announcementKinds]}::text[], "detail"), "detail", "position"`
    const resting: Resting[] = []
    for (const kind of restingKinds) {
      const ofKind = rows.filter((row) => row.kind === kind)
      const references = [...new Set(ofKind.map(({ reference }) => reference))]
      for (const { reference, title } of await titles[kind](db, references)) {
        const citing = ofKind.filter((row) => row.reference === reference)
        const itemised = citing.every((row) => row.itemised)
        resting.push({ kind, reference, itemised, title, citations: toRestingCitations(citing) })
      }
    }
    const restingCounts = countsBy(
      (kind) => resting.filter((one) => countedAs(one) === kind).length,
    )
    return { ...source, restingCounts, resting, inHistory: await listInHistory(db, slug, resting) }
  },
)

/** The subjects of which a revision cites the source, but for those that rest on it now. */
async function listInHistory(
  db: Database,
  slug: string,
  resting: readonly Resting[],
): Promise<CitedInHistory[]> {
  const rows = await db.revision.groupBy({
    by: ['subjectKind', 'subjectReference'],
    where: { citations: { array_contains: [{ source: slug }] } },
    _max: { subjectRevision: true },
    orderBy: [{ subjectKind: 'asc' }, { subjectReference: 'asc' }],
  })
  return rows
    .map(({ subjectKind, subjectReference, _max }) => ({
      kind: subjectKind,
      reference: subjectReference,
      revision: _max.subjectRevision ?? 1,
    }))
    .filter(({ kind, reference }) =>
      resting.every((one) => one.kind !== kind || one.reference !== reference),
    )
}

function toRestingCitations(rows: readonly Row[]): RestingCitation[] {
  const inOrder = bases.flatMap((basis) => rows.filter((row) => row.basis === basis))
  return inOrder.map(({ basis, detail, quote, locator }) => ({
    basis,
    announced: announcementKinds.find((kind) => basis === 'announced' && kind === detail) ?? null,
    side: basis === 'view' ? detail : null,
    quote,
    locator,
  }))
}

type Titled = { reference: string; title: LocalizedText }
type ReadTitles = (db: Database, references: string[]) => Promise<Titled[]>

const called = { texts: { where: { part: { in: ['name', 'title', 'summary'] } } } } satisfies {
  texts: Prisma.Project$textsArgs
}
const bySession = { conference: { heldOn: 'desc' } } as const

/** What the subjects of each kind are called, in the order in which their lists have them. */
const titles: Record<RestingKind, ReadTitles> = {
  conference: async (db, references) =>
    titled(references, () =>
      db.conference.findMany({
        where: { reference: { in: references } },
        include: called,
        orderBy: [{ heldOn: 'desc' }, { reference: 'asc' }],
      }),
    ),
  field: async (db, references) =>
    titled(references, () =>
      db.field.findMany({
        where: { reference: { in: references } },
        include: called,
        orderBy: [bySession, { number: 'asc' }],
      }),
    ),
  project: async (db, references) =>
    titled(references, () =>
      db.project.findMany({
        where: { reference: { in: references } },
        include: called,
        orderBy: [bySession, { position: 'asc' }],
      }),
    ),
  document: async (db, references) =>
    titled(references, () =>
      db.document.findMany({
        where: { reference: { in: references } },
        include: called,
        orderBy: [bySession, { position: 'asc' }, { reference: 'asc' }],
      }),
    ),
  development: async (db, slugs) =>
    titled(slugs, async () => {
      const rows = await db.development.findMany({
        where: { slug: { in: slugs } },
        include: called,
        orderBy: [{ date: 'desc' }, { slug: 'asc' }],
      })
      return rows.map(({ slug, texts }) => ({ reference: slug, texts }))
    }),
}

type Called = { reference: string; texts: Parameters<typeof textsByPart>[0] }

/** Asks nothing of the database where there is nothing to ask for. */
async function titled(
  references: readonly string[],
  read: () => Promise<Called[]>,
): Promise<Titled[]> {
  if (references.length === 0) return []
  return (await read()).map(({ reference, texts }) => {
    const { name, title, summary } = textsByPart(texts)
    return { reference, title: title ?? name ?? summary ?? {} }
  })
}
