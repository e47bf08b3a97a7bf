import 'server-only'
import { createHash } from 'node:crypto'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import type { Snapshot } from '@/features/register/subjects/model/snapshot'
import { textsByPart } from '@/features/register/texts/model/text'
import type { Prisma } from '@/generated/prisma/client'
import { fold } from '@/i18n/fold'
import { isoDay } from '@/i18n/formats'
import type { LocalizedText } from '@/i18n/localized-text'
import type { Database, Transaction } from '@/server/database/database'
import { gramsOf } from '../model/grams'
import {
  isHead,
  isSearchedKind,
  namedIn,
  placeInOrder,
  quotesIn,
  type SearchPassage,
  type ShownNames,
  searchPassages,
} from '../model/passages'
import { listQuoting } from './quoting'
import { latestSnapshots, type Subject } from './snapshots'

/** The way in which entries are made. Raise it with any change of folding, grams or passages: the next start makes them anew. */
export const edition = 4

type Row = Prisma.SearchEntryCreateManyInput

/**
 * Brings the search entries up to date with a revision, inside its transaction: the subject's own, those of the
 * documents and conferences that show its name, and those of the quotes that it rests on.
 */
export async function indexRevision(
  tx: Transaction,
  kind: SubjectKind,
  reference: string,
  { before, after }: { before: Snapshot | null; after: Snapshot },
): Promise<void> {
  const subjects = isSearchedKind(kind) ? [{ kind, reference, snapshot: after }] : []
  const showing = await showingName(tx, kind, reference)
  for (const row of await entriesOf(tx, [...subjects, ...showing])) {
    const key = { kind: row.kind, reference: row.reference }
    await tx.searchEntry.upsert({ where: { kind_reference: key }, create: row, update: row })
  }
  if (kind === 'source') {
    const place = placeInOrder('source', reference, dayIn(after))
    await tx.searchEntry.updateMany({ where: { sourceSlug: reference }, data: { place } })
  }
  await indexQuotes(tx, before, after)
}

/** The entries of subjects, as rows. */
export async function entriesOf(
  tx: Transaction | Database,
  subjects: readonly Subject[],
): Promise<Row[]> {
  const names = await readNames(tx, subjects)
  return subjects.map(({ kind, reference, snapshot }) => ({
    kind,
    reference,
    ...(kind === 'project' ? { projectReference: reference } : {}),
    ...(kind === 'document' ? { documentReference: reference } : {}),
    place: placeInOrder(kind, reference, kind === 'source' ? dayIn(snapshot) : null),
    ...wordsOf(searchPassages(kind, reference, snapshot, names)),
  }))
}

/** The names of what the subjects show besides their own: by part and slug. */
export async function readNames(
  tx: Transaction | Database,
  subjects: readonly { snapshot: Snapshot }[],
): Promise<ShownNames> {
  const named = subjects.flatMap(({ snapshot }) => namedIn(snapshot))
  const slugs = [...new Set(named.map(({ slug }) => slug))]
  const asked = { where: { slug: { in: slugs } }, include: { texts: true } }
  const organisations = slugs.length > 0 ? await tx.organisation.findMany(asked) : []
  const persons = slugs.length > 0 ? await tx.person.findMany(asked) : []
  const names = new Map<string, LocalizedText>()
  for (const { part, slug } of named) {
    const row = (part === 'party' ? organisations : persons).find((one) => one.slug === slug)
    names.set(`${part} ${slug}`, textsByPart(row?.texts ?? []).name ?? {})
  }
  return names
}

/** The entries of quotes, as rows; a quote of one source counts once. */
export async function entriesOfQuotes(
  tx: Transaction | Database,
  quotes: readonly { source: string; quote: string }[],
): Promise<Row[]> {
  const slugs = [...new Set(quotes.map(({ source }) => source))]
  const sources = await tx.source.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true, publishedOn: true },
  })
  const rows = new Map<string, Row>()
  for (const { source: slug, quote } of quotes) {
    const day = sources.find((one) => one.slug === slug)?.publishedOn ?? null
    const reference = quoteReference(slug, quote)
    rows.set(reference, {
      kind: 'quote',
      reference,
      place: placeInOrder('source', slug, isoDay(day)),
      sourceSlug: slug,
      quote,
      ...wordsOf([{ part: 'quote', language: null, body: quote }]),
    })
  }
  return [...rows.values()]
}

/** What shows the name of an organisation or a person among its own passages. */
async function showingName(tx: Transaction, kind: SubjectKind, slug: string): Promise<Subject[]> {
  const select = { select: { reference: true } } as const
  const referencesOf = (rows: { reference: string }[]) => rows.map(({ reference }) => reference)
  if (kind === 'organisation') {
    const parties = { some: { organisation: { slug } } }
    const documents = await tx.document.findMany({ where: { parties }, ...select })
    return latestSnapshots(tx, 'document', referencesOf(documents))
  }
  if (kind === 'person') {
    const some = { some: { person: { slug } } }
    const documents = await tx.document.findMany({ where: { signatories: some }, ...select })
    const conferences = await tx.conference.findMany({ where: { chairs: some }, ...select })
    return [
      ...(await latestSnapshots(tx, 'document', referencesOf(documents))),
      ...(await latestSnapshots(tx, 'conference', referencesOf(conferences))),
    ]
  }
  return []
}

/** Adds the quotes that are new, and takes out those that nothing cites any longer. */
async function indexQuotes(tx: Transaction, before: Snapshot | null, after: Snapshot) {
  const [were, are] = [quotesIn(before), quotesIn(after)]
  const isIn = (list: typeof were, { source, quote }: (typeof were)[number]) =>
    list.some((one) => one.source === source && one.quote === quote)
  const added = are.filter((one) => !isIn(were, one))
  if (added.length > 0) {
    const data = await entriesOfQuotes(tx, added)
    await tx.searchEntry.createMany({ data, skipDuplicates: true })
  }
  for (const gone of were.filter((one) => !isIn(are, one))) {
    const { source, quote } = gone
    if ((await listQuoting(tx, gone)).length > 0) continue
    const reference = quoteReference(source, quote)
    await tx.searchEntry.deleteMany({ where: { kind: 'quote', reference } })
  }
}

function wordsOf(passages: readonly SearchPassage[]) {
  const head = linesOf(passages.filter(isHead))
  const folded = linesOf(passages)
  return { head, headGrams: gramsOf(head), folded, grams: gramsOf(folded), edition }
}

/** Folded, a line each, so that nothing is found across two passages; both Chinese scripts are mostly one line. */
function linesOf(passages: readonly SearchPassage[]): string {
  return [...new Set(passages.map(({ body }) => fold(body)))].join('\n')
}

function quoteReference(source: string, quote: string): string {
  return `${source}#${createHash('sha256').update(quote).digest('hex').slice(0, 16)}`
}

function dayIn(snapshot: Snapshot): string | null {
  return snapshot.publishedOn ?? null
}
