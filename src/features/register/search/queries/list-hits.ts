import 'server-only'
import type { Snapshot } from '@/features/register/subjects/model/snapshot'
import { isoDay } from '@/i18n/formats'
import type { Language } from '@/i18n/language'
import { database } from '@/server/database/database'
import { type Hit, toHit } from '../model/hits'
import { type SearchKind, type SearchPassage, searchPassages } from '../model/passages'
import type { Clause } from '../model/query'
import { readNames } from './entries'
import { listQuoting } from './quoting'
import type { FoundGroup } from './search-register'
import { latestSnapshots } from './snapshots'

/** The items that a development bears on, or that cite a quote: where a reader finds it. */
export type HitLink = { kind: 'project' | 'document' | 'field' | 'conference'; reference: string }

/** What a result says besides its words. */
export type HitFacts = {
  links: HitLink[]
  /** Of a development, its day; of a source or a quote, when the source was published. ISO. */
  day: string | null
  source: { publisher: string; title: string | null; url: string | null; language: Language } | null
}

export type ShownHit = Hit & HitFacts
export type ShownGroup = { kind: SearchKind; total: number; hits: ShownHit[] }

/** How many items are named beside a quote or a development. */
const mostLinks = 6

/** What was found, as a reader of `language` sees it: from the latest entries of the log, and so public. */
export async function listHits(
  groups: readonly FoundGroup[],
  clauses: readonly Clause[],
  language: Language,
): Promise<ShownGroup[]> {
  const shown: ShownGroup[] = []
  for (const { kind, total, references } of groups) {
    const things =
      kind === 'quote' ? await readQuotes(references) : await readSubjects(kind, references)
    const hits = references.flatMap((reference) => {
      const thing = things.get(reference)
      if (!thing) return []
      const { facts, passages } = thing
      return [{ ...toHit({ kind, reference, passages }, clauses, language), ...facts }]
    })
    shown.push({ kind, total, hits })
  }
  return shown
}

type Thing = { passages: SearchPassage[]; facts: HitFacts }

async function readSubjects(
  kind: Exclude<SearchKind, 'quote'>,
  references: readonly string[],
): Promise<Map<string, Thing>> {
  const db = await database()
  const subjects = await latestSnapshots(db, kind, references)
  const names = await readNames(db, subjects)
  return new Map(
    subjects.map(({ reference, snapshot }) => {
      const of = (linked: HitLink['kind'], references: readonly string[] = []): HitLink[] =>
        references.map((one) => ({ kind: linked, reference: one }))
      const links =
        kind === 'development'
          ? [...of('project', snapshot.projects), ...of('field', snapshot.fields)]
          : []
      const facts: HitFacts = {
        links: links.slice(0, mostLinks),
        day: snapshot.date ?? snapshot.publishedOn ?? null,
        source: kind === 'source' ? sourceIn(snapshot) : null,
      }
      return [reference, { passages: searchPassages(kind, reference, snapshot, names), facts }]
    }),
  )
}

function sourceIn({ publisher, title, url, language }: Snapshot): HitFacts['source'] {
  return publisher && language
    ? { publisher, title: title ?? null, url: url ?? null, language }
    : null
}

function hasPage(kind: string): kind is HitLink['kind'] {
  return ['project', 'document', 'field', 'conference'].includes(kind)
}

async function readQuotes(references: readonly string[]): Promise<Map<string, Thing>> {
  const db = await database()
  const entries = await db.searchEntry.findMany({
    where: { kind: 'quote', reference: { in: [...references] } },
  })
  const things = new Map<string, Thing>()
  for (const { reference, sourceSlug, quote } of entries) {
    const source = await db.source.findUnique({ where: { slug: sourceSlug ?? '' } })
    if (!source || quote === null) continue
    const quoting = await listQuoting(db, { source: source.slug, quote }, 50)
    const links = quoting.flatMap(({ kind, reference }) =>
      hasPage(kind) ? [{ kind, reference }] : [],
    )
    const inOrder = links.sort((a, b) =>
      a.reference.localeCompare(b.reference, 'en', { numeric: true }),
    )
    const language = source.language as Language
    things.set(reference, {
      passages: [{ part: 'quote', language, body: quote }],
      facts: {
        links: inOrder.slice(0, mostLinks),
        day: isoDay(source.publishedOn),
        source: { publisher: source.publisher, title: source.title, url: source.url, language },
      },
    })
  }
  return things
}
