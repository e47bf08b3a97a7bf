import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { factsOfNew, newSourceName } from '@/features/desk/round/submissions/model/citations'
import type { NewSource } from '@/features/register/sources/input'
import { heldUnder, type ShownCitation, type ShownSource } from '@/features/register/sources/model'
import { toSource } from '@/features/register/sources/queries'
import type { LoggedCitation, ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import type { Database } from '@/server/database/database'

/** A citation as a reviewer sees it. */
export type ReviewedCitation = ShownCitation & {
  /** Where in the subject, by its path in the log's form. */
  place: string
  /** Whether it is not there yet as things are. */
  isAdded: boolean
  /** Whether publishing would enter the source in the register. */
  isNewSource: boolean
}

/** What a subject would rest on: the citations that are new to it first. */
export async function readCitations(
  db: Database,
  live: ProposedSnapshot | null,
  proposed: ProposedSnapshot,
  newSources: readonly NewSource[],
): Promise<ReviewedCitation[]> {
  const [held, wanted] = [citationsIn(live), citationsIn(proposed)]
  const sources = new Map<string, { source: ShownSource; isNew: boolean }>()
  const rows = await db.source.findMany({ include: { texts: true } })
  for (const row of rows) sources.set(row.slug, { source: toSource(row), isNew: false })
  for (const [index, source] of newSources.entries()) {
    // If somebody else has entered it in the meantime, that source will be cited.
    const same = heldUnder(source.url, rows)
    const slug = newSourceName(index)
    sources.set(slug, {
      source: same ? toSource(same) : { slug, ...factsOfNew(source), publisherNames: {}, note: {} },
      isNew: !same,
    })
  }
  const all = wanted.flatMap(({ place, citation }): ReviewedCitation[] => {
    const found = sources.get(citation.source)
    if (!found) return []
    const isAdded = !held.some((one) => isDeepStrictEqual(one, { place, citation }))
    const { quote, locator } = citation
    return [{ place, quote, locator, source: found.source, isAdded, isNewSource: found.isNew }]
  })
  return [...all.filter(({ isAdded }) => isAdded), ...all.filter(({ isAdded }) => !isAdded)]
}

/** Every citation of a snapshot, with where it stands: the subject's own, its statement's, a number's, a view's. */
function citationsIn(
  value: unknown,
  path: readonly string[] = [],
): { place: string; citation: LoggedCitation }[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = [...path, key]
    if (key === 'texts') return []
    if (key !== 'citations' || !Array.isArray(inner)) return citationsIn(inner, place)
    return inner.map((citation: LoggedCitation) => ({ place: place.join('.'), citation }))
  })
}
