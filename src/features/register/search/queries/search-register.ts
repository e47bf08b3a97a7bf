import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { fold } from '@/i18n/fold'
import { type Database, database } from '@/server/database/database'
import { shownOfKind } from '../model/hits'
import { type SearchedKind, type SearchKind, searchKinds } from '../model/passages'
import { type Clause, isFoundIn, isPlain } from '../model/query'
import { conditionOn, inHead, walkingCondition } from './condition'

/** What is found of one kind: how many, and the references on one page of them, the best first. */
export type FoundGroup = { kind: SearchKind; total: number; page: number; references: string[] }

export type Found = {
  groups: FoundGroup[]
  /** How many there are of each kind that there are any of, and of all. */
  totals: { kind: SearchKind; total: number }[]
  total: number
}

/** Up to so many hits of a kind are all read and ranked; of more, only as many as are shown. */
const mostRanked = 2_000

/** What is sought: the clauses, and how many of their plain words must be found; all of them by default. */
export type Sought = { clauses: readonly Clause[]; needed?: number | undefined }

/**
 * What answers to a query, by kind; kinds of which there is nothing are left out, and the kind whose best result has
 * most of the words in its reference or title comes first, sources and quotes last. Of one kind, what holds more of the words, and more of
 * them in its reference or title, comes first, then the order of `place`. Nothing for a query without words.
 * @param narrowing one kind alone, and which page of it from 1; without it the first page of each. A page beyond the
 *   last is the last.
 */
export async function searchRegister(
  { clauses, needed }: Sought,
  narrowing: { kind: SearchKind | null; page: number } = { kind: null, page: 1 },
): Promise<Found> {
  if (clauses.length === 0) return { groups: [], totals: [], total: 0 }
  const db = await database()
  const counts = await db.searchEntry.groupBy({
    by: ['kind'],
    where: conditionOn(clauses, needed),
    _count: true,
  })
  const totals = searchKinds.flatMap((kind) => {
    const total = counts.find((row) => row.kind === kind)?._count ?? 0
    return total > 0 ? [{ kind, total }] : []
  })
  const groups: (FoundGroup & { weight: number })[] = []
  for (const { kind, total } of totals) {
    if (narrowing.kind && narrowing.kind !== kind) continue
    const page = narrowing.kind ? Math.min(narrowing.page, Math.ceil(total / shownOfKind)) : 1
    const skip = (page - 1) * shownOfKind
    const first = total <= mostRanked ? ranked : walked
    const best = (await first(db, kind, { clauses, needed }, skip + shownOfKind)).slice(skip)
    const references = best.map(({ reference }) => reference)
    groups.push({ kind, total, page, references, weight: best[0]?.weight ?? 0 })
  }
  const isSource = (kind: SearchKind) => Number(kind === 'source' || kind === 'quote')
  groups.sort((a, b) => isSource(a.kind) - isSource(b.kind) || b.weight - a.weight)
  const placeOf = (kind: SearchKind) => groups.findIndex((group) => group.kind === kind)
  if (!narrowing.kind) totals.sort((a, b) => placeOf(a.kind) - placeOf(b.kind))
  return {
    groups: groups.map(({ weight: _, ...group }) => group),
    totals,
    total: totals.reduce((sum, { total }) => sum + total, 0),
  }
}

/** A hit, and how much of the query it answers. */
type Weighed = { reference: string; weight: number }

type First = (db: Database, kind: SearchKind, sought: Sought, take: number) => Promise<Weighed[]>

/** Reads all hits, and ranks them. */
export const ranked: First = async (db, kind, { clauses, needed }, take) => {
  const wanted = clauses.filter(({ isExcluded }) => !isExcluded)
  const isPartial = needed !== undefined && needed < clauses.filter(isPlain).length
  const rows = await db.searchEntry.findMany({
    where: { kind, ...conditionOn(clauses, needed) },
    select: { reference: true, place: true, head: true, ...(isPartial ? { folded: true } : {}) },
  })
  const held = (text: string) => wanted.filter((clause) => isFoundIn([clause], text)).length
  return rows
    .map(({ reference, place, head, folded }) => ({
      reference,
      place,
      // A word more weighs more than all words in the title.
      weight: held(head) + (isPartial ? held(folded ?? '') : wanted.length) * (wanted.length + 1),
    }))
    .sort(
      (a, b) =>
        b.weight - a.weight || compare(a.place, b.place) || compare(a.reference, b.reference),
    )
    .slice(0, take)
    .map(({ reference, weight }) => ({ reference, weight }))
}

/**
 * Reads in the list's order and stops once the page is full: first hits with every word in their head, then
 * those with some there, then the others. Nothing is sorted, however many there are.
 */
export const walked: First = async (db, kind, { clauses, needed }, take) => {
  const wanted = clauses.filter(({ isExcluded }) => !isExcluded)
  const inHeads = wanted.map(({ spellings }) => ({ OR: spellings.map(inHead) }))
  const classes: Prisma.SearchEntryWhereInput[] = [
    { AND: inHeads },
    { OR: inHeads, NOT: { AND: inHeads } },
    { NOT: { OR: inHeads } },
  ]
  const where = walkingCondition(clauses, needed)
  const found: Weighed[] = []
  for (const [index, one] of (wanted.length === 0 ? [{}] : classes).entries()) {
    if (found.length >= take) break
    const rows = await db.searchEntry.findMany({
      where: { AND: [{ kind }, one, where] },
      select: { reference: true },
      orderBy: [{ place: 'asc' }, { reference: 'asc' }],
      take: take - found.length,
    })
    const inHead = [wanted.length, 1, 0][index] ?? 0
    const weight = (needed ?? wanted.length) * (wanted.length + 1) + inHead
    found.push(...rows.map(({ reference }) => ({ reference, weight })))
  }
  return found
}

/** Compares code point by code point, as the database orders places. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Whom a query names by reference, in full (`6-4.2`, `6-d03`, `6-4`) or as one conference would (`4.2`, `d03`,
 * `d3`), the latest conference first; empty when it is no reference, or nothing has it.
 */
export async function findByReference(
  q: string,
): Promise<{ kind: 'field' | 'project' | 'document'; reference: string }[]> {
  // Marks of punctuation cling to what is copied out of a text.
  const asked = fold(q).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  const match = /^((?:[a-z]+-)?\d{1,4}-)?(\d{1,4}\.\d{1,4}|[udm]\d{1,4}|\d{1,4})$/.exec(asked)
  const [, conference, number] = match ?? []
  if (!number) return []
  if (!conference && /^\d+$/.test(number)) return []
  const short = number.replace(/(?<=^[udm])\d$/, '0$&')
  const db = await database()
  const prefixes = conference
    ? [conference]
    : (
        await db.conference.findMany({
          select: { reference: true },
          orderBy: [{ heldOn: 'desc' }, { reference: 'asc' }],
        })
      ).map(({ reference }) => `${reference}-`)
  const references = prefixes.map((prefix) => `${prefix}${short}`)
  const rows = await db.searchEntry.findMany({
    where: { kind: { in: ['field', 'project', 'document'] }, reference: { in: references } },
    select: { kind: true, reference: true },
  })
  return references.flatMap((reference) =>
    rows.flatMap((row) =>
      row.reference === reference && row.kind !== 'conference'
        ? [{ kind: row.kind as 'field' | 'project' | 'document', reference }]
        : [],
    ),
  )
}

/**
 * The subjects of the log that match a query: at most `limit` of them, in no order. Quotes are no subjects:
 * what cites them is found by its own words.
 */
export async function listFoundSubjects(
  clauses: readonly Clause[],
  limit: number,
): Promise<{ kind: SearchedKind; references: string[] }[]> {
  if (clauses.length === 0) return []
  const db = await database()
  const rows = await db.searchEntry.findMany({
    where: { AND: [{ kind: { not: 'quote' } }, conditionOn(clauses)] },
    select: { kind: true, reference: true },
    orderBy: [{ kind: 'asc' }, { reference: 'asc' }],
    take: limit,
  })
  return searchKinds.flatMap((kind) => {
    const references = rows.flatMap((row) => (row.kind === kind ? [row.reference] : []))
    return kind === 'quote' || references.length === 0 ? [] : [{ kind, references }]
  })
}
