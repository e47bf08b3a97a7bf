import 'server-only'
import type { Publisher } from '@/features/register/sources/model'
import { toSource } from '@/features/register/sources/queries'
import type { ItemState } from '@/features/register/states/model/states'
import type { Snapshot } from '@/features/register/subjects/model/snapshot'
import type { Language } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'
import { type Database, database } from '@/server/database/database'
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
  /** Of a document, when it was signed; of a session or a development, its day; of a source or a quote, when the source was published. ISO. */
  day: string | null
  /** Of a project or a document, how it stands, and as of which ISO day. */
  state: { state: ItemState; asOf: string | null } | null
  /** The title of a project or document in every language; empty of the rest, which have names. */
  itemTitle: LocalizedText
  /** Who signed a document, as far as that is known. */
  parties: LocalizedText[]
  /** How many documents an organisation is a party to. */
  documents: number | null
  source: (Publisher & { title: string | null; url: string | null }) | null
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
  const isItem = kind === 'project' || kind === 'document'
  const signed = kind === 'organisation' ? await countSigned(db, references) : null
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
        day: dayOf(snapshot),
        state: snapshot.state
          ? { state: snapshot.state, asOf: snapshot.statement?.asOf ?? null }
          : null,
        itemTitle: isItem ? (snapshot.texts.title ?? {}) : {},
        parties: (snapshot.parties ?? []).flatMap(
          ({ organisation }) => names.get(`party ${organisation}`) ?? [],
        ),
        documents: signed ? (signed.get(reference) ?? 0) : null,
        source: kind === 'source' ? sourceIn(snapshot) : null,
      }
      return [reference, { passages: searchPassages(kind, reference, snapshot, names), facts }]
    }),
  )
}

function dayOf({ date, signedOn, heldOn, publishedOn }: Snapshot): string | null {
  return date ?? signedOn ?? heldOn ?? publishedOn ?? null
}

/** How many documents each organisation is a party to, by slug. */
async function countSigned(db: Database, slugs: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.organisation.findMany({
    where: { slug: { in: [...slugs] } },
    select: { slug: true, _count: { select: { parties: true } } },
  })
  return new Map(rows.map(({ slug, _count }) => [slug, _count.parties]))
}

function sourceIn({ publisher, title, url, language, texts }: Snapshot): HitFacts['source'] {
  if (!publisher || !language) return null
  const publisherNames = texts.publisher ?? {}
  return { publisher, publisherNames, title: title ?? null, url: url ?? null, language }
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
    const row = await db.source.findUnique({
      where: { slug: sourceSlug ?? '' },
      include: { texts: true },
    })
    if (!row || quote === null) continue
    const source = toSource(row)
    const quoting = await listQuoting(db, { source: source.slug, quote }, 50)
    const links = quoting.flatMap(({ kind, reference }) =>
      hasPage(kind) ? [{ kind, reference }] : [],
    )
    const inOrder = links.sort((a, b) =>
      a.reference.localeCompare(b.reference, 'en', { numeric: true }),
    )
    const { language } = source
    things.set(reference, {
      passages: [{ part: 'quote', language, body: quote }],
      facts: {
        links: inOrder.slice(0, mostLinks),
        day: source.publishedOn,
        state: null,
        itemTitle: {},
        parties: [],
        documents: null,
        source,
      },
    })
  }
  return things
}
