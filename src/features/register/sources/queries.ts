import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { isoDay } from '@/i18n/formats'
import type { Language } from '@/i18n/language'
import { type Database, database, type Transaction } from '@/server/database/database'
import { textsByPart } from '../texts/model/text'
import {
  type HeldSource,
  heldUnder,
  type ShownCitation,
  type ShownSource,
  type SourceChoice,
} from './model'

/** What to include of an owner's citations, so that `toCitations` can read them. */
export const withCitations = {
  include: { source: { include: { texts: true } } },
  orderBy: { position: 'asc' },
} as const satisfies Prisma.CitationFindManyArgs

type CitationRow = Prisma.CitationGetPayload<typeof withCitations>

/** Citation rows, included by `withCitations`, as plain objects in their order. */
export function toCitations(rows: readonly CitationRow[]): ShownCitation[] {
  return rows.map(({ quote, locator, source }) => ({
    quote,
    locator,
    source: toSource(source),
  }))
}

/** A source row with its texts as a plain object. */
export function toSource(row: CitationRow['source']): ShownSource {
  const { publisher, note } = textsByPart(row.texts)
  return {
    slug: row.slug,
    publisher: row.publisher,
    publisherNames: publisher ?? {},
    publishedOn: isoDay(row.publishedOn),
    title: row.title,
    kind: row.kind,
    language: row.language as Language,
    url: row.url,
    note: note ?? {},
  }
}

/** The most sources that a form offers. */
const mostChoices = 500

/**
 * The sources that can be cited: those that an item's statements and texts rest on lead, the most used
 * first; then the latest.
 * @param item the reference of the item; without one none leads.
 */
export async function listSourceChoices(item?: string): Promise<SourceChoice[]> {
  const db = await database()
  const used = new Map<string, number>()
  if (item) {
    const ofItem = [{ project: { reference: item } }, { document: { reference: item } }]
    const rows = await db.citation.groupBy({
      by: ['sourceId'],
      where: { OR: [...ofItem, ...ofItem.map((owner) => ({ statement: owner }))] },
      _count: true,
    })
    for (const { sourceId, _count } of rows) used.set(sourceId, _count)
  }
  const ids = [...used.keys()]
  const rows = [
    ...(await db.source.findMany({ where: { id: { in: ids } }, orderBy: latestFirst })),
    ...(await db.source.findMany({
      where: { id: { notIn: ids } },
      orderBy: latestFirst,
      take: mostChoices,
    })),
  ]
  return rows
    .map(({ id, slug, publisher, publishedOn, title, language, url }) => ({
      slug,
      label: [isoDay(publishedOn), publisher, title].filter(Boolean).join(' · '),
      language: language as Language,
      url,
      used: used.get(id) ?? 0,
    }))
    .sort((a, b) => b.used - a.used)
}

const latestFirst: Prisma.SourceOrderByWithRelationInput[] = [
  { publishedOn: { sort: 'desc', nulls: 'last' } },
  { slug: 'asc' },
]

/** The source held under this address, however the link is written; null when there is none. */
export async function findSourceByAddress(
  db: Database | Transaction,
  url: string,
): Promise<{ id: string; slug: string } | null> {
  const rows = await db.source.findMany({
    where: { url: { not: null } },
    select: { id: true, slug: true, url: true },
  })
  return heldUnder(url, rows)
}

/** As `findSourceByAddress`, for a form: the slug of the source. */
export async function heldSource(url: string): Promise<string | null> {
  return (await findSourceByAddress(await database(), url))?.slug ?? null
}

/** Every source with its note, the latest first. */
export async function listShownSources(): Promise<ShownSource[]> {
  const db = await database()
  const rows = await db.source.findMany({ include: { texts: true }, orderBy: latestFirst })
  return rows.map(toSource)
}

/** One source; null when there is none of this slug. */
export async function findSource(slug: string): Promise<ShownSource | null> {
  const db = await database()
  const row = await db.source.findUnique({ where: { slug }, include: { texts: true } })
  return row && toSource(row)
}

/** Every source, the latest first. */
export async function listSources(): Promise<HeldSource[]> {
  const db = await database()
  const rows = await db.source.findMany({ orderBy: latestFirst })
  return rows.map(({ slug, publisher, publishedOn, title, kind, language, url }) => ({
    slug,
    publisher,
    publishedOn: isoDay(publishedOn),
    title,
    kind,
    language: language as Language,
    url,
  }))
}
