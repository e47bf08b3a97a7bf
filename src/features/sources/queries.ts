import 'server-only'
import type { Prisma } from '../../generated/prisma/client'
import type { Language } from '../../i18n/language'
import { textsByPart } from '../texts/model'
import type { ShownCitation } from './model'

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
    source: {
      slug: source.slug,
      publisher: source.publisher,
      publishedOn: source.publishedOn?.toISOString().slice(0, 10) ?? null,
      title: source.title,
      kind: source.kind,
      language: source.language as Language,
      url: source.url,
      note: textsByPart(source.texts).note ?? {},
    },
  }))
}
