import 'server-only'
import type { Prisma } from '../../generated/prisma/client'
import type { Language } from '../../i18n/language'
import { database } from '../../server/database/database'
import { textsByPart } from '../texts/model'
import type { ShownCitation, ShownSource, SourceChoice } from './model'

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
  return {
    slug: row.slug,
    publisher: row.publisher,
    publishedOn: row.publishedOn?.toISOString().slice(0, 10) ?? null,
    title: row.title,
    kind: row.kind,
    language: row.language as Language,
    url: row.url,
    note: textsByPart(row.texts).note ?? {},
  }
}

/** Every source, the latest first. */
export async function listSources(): Promise<SourceChoice[]> {
  const db = await database()
  const rows = await db.source.findMany({
    orderBy: [{ publishedOn: { sort: 'desc', nulls: 'last' } }, { slug: 'asc' }],
  })
  return rows.map(({ slug, publisher, publishedOn, title, kind, language, url }) => ({
    slug,
    publisher,
    publishedOn: publishedOn?.toISOString().slice(0, 10) ?? null,
    title,
    kind,
    language: language as Language,
    url,
  }))
}
