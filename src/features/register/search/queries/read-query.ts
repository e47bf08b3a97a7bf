import 'server-only'
import { listAlternatives } from '@/features/register/glossary/queries'
import { Prisma } from '@/generated/prisma/client'
import { fold } from '@/i18n/fold'
import { type Database, database } from '@/server/database/database'
import { type Alternatives, vocabularyOf } from '../model/alternatives'
import { gramsSought } from '../model/grams'
import { type Clause, isPlain, parseQuery } from '../model/query'
import { isAsking, isWordIn, piecesOf, splitInto } from '../model/segments'
import { conditionOn, inHead } from './condition'

/** A query as the register understands it. */
export type Reading = {
  clauses: Clause[]
  /** How many of the plain words must be found; all of them for a query taken as it was typed. */
  needed: number
  /** The words that were sought in the place of what was typed, and those that nothing has; null where it was found as typed. */
  split: { sought: string[]; missing: string[] } | null
}

/** Of more words than these, the longest are sought. */
const mostWords = 6

/** Reads a query as it was typed, with the register's glossary. */
export async function readQuery(q: string): Promise<Clause[]> {
  return parseQuery(q, await listAlternatives())
}

/**
 * Reads a query as a reader may have meant it: as it was typed where a title answers to that, or an item and no title
 * answers to its words; else split into the words that the register knows, first all of them, then most of them.
 * Phrases in quotation marks and what is left out with a minus hold in any case.
 */
export async function understand(q: string): Promise<Reading> {
  const alternatives = await listAlternatives()
  const clauses = parseQuery(q, alternatives)
  const plain = clauses.filter(isPlain)
  const asTyped = { clauses, needed: plain.length, split: null }
  const db = await database()
  if (plain.length === 0 || (await isFound(db, clauses, { where: 'head' }))) return asTyped
  const { known, missing } = await knownWords(db, plain, alternatives)
  const words = known.length > mostWords ? longestOf(known) : known
  const all = [...clauses.filter((clause) => !isPlain(clause)), ...words]
  const split = { sought: words.map(({ typed }) => typed), missing }
  const isSame =
    missing.length === 0 && split.sought.join() === plain.map(({ typed }) => typed).join()
  const isBetter = words.length > 1 && !isSame && (await isFound(db, all, { where: 'head' }))
  if (isBetter) return { clauses: all, needed: words.length, split }
  if (await isFound(db, clauses, { where: 'item' })) return asTyped
  const half = Math.ceil((known.length + missing.length) / 2)
  for (let needed = words.length; needed >= Math.max(1, Math.min(half, words.length)); needed--) {
    if (known.length < half || !(await isFound(db, all, { needed }))) continue
    return { clauses: all, needed, split }
  }
  return asTyped
}

/** @param where in a reference or title, or in an item at all; anywhere, quotes and sources too, without it. */
async function isFound(
  db: Database,
  clauses: readonly Clause[],
  { needed, where }: { needed?: number; where?: 'head' | 'item' } = {},
): Promise<boolean> {
  const narrowing: Prisma.SearchEntryWhereInput[] = [conditionOn(clauses, needed)]
  if (where) narrowing.push({ kind: { notIn: ['quote', 'source'] } })
  if (where === 'head') {
    const wanted = clauses.filter(({ isExcluded }) => !isExcluded)
    narrowing.push(...wanted.map(({ spellings }) => ({ OR: spellings.map(inHead) })))
  }
  const found = await db.searchEntry.findFirst({
    where: { AND: narrowing },
    select: { reference: true },
  })
  return found !== null
}

/** The words of a query that something in the register has, and those that nothing has. */
async function knownWords(db: Database, clauses: readonly Clause[], alternatives: Alternatives) {
  const terms = new Set(
    [...vocabularyOf(alternatives).terms].filter((term) => /\p{Script=Han}/u.test(term)),
  )
  const known = new Map<string, Clause>()
  const missing: string[] = []
  const keep = async (clause: Clause) => {
    if (await isFound(db, [clause])) known.set(fold(clause.typed), clause)
    else missing.push(clause.typed)
  }
  for (const clause of clauses) {
    const folded = fold(clause.typed)
    if (isAsking(folded)) continue
    if (!/\p{Script=Han}/u.test(folded) || (await isFound(db, [clause], { where: 'head' }))) {
      await keep(clause)
      continue
    }
    const pieces = piecesOf(folded, terms)
    const named = pieces.flatMap(({ piece }) => (terms.has(piece) ? [piece] : []))
    const held = new Set([...named, ...(await heldPieces(db, pieces))])
    const { words, unknown } = splitInto(clause, held, terms)
    for (const { typed } of words)
      for (const one of parseQuery(typed, alternatives)) await keep(one)
    const signs = unknown.map((sign) => ({ piece: fold(sign), isDoubtful: false }))
    const heldSigns = await heldPieces(db, signs)
    missing.push(...unknown.filter((sign) => !heldSigns.includes(fold(sign))))
  }
  return { known: [...known.values()], missing }
}

/** In how many texts a piece is looked for as a word. */
const sample = 20

/** Those of the folded pieces that stand somewhere in the register, the doubtful ones as words. */
async function heldPieces(
  db: Database,
  pieces: readonly { piece: string; isDoubtful: boolean }[],
): Promise<string[]> {
  if (pieces.length === 0) return []
  const looks = pieces.map(
    ({ piece, isDoubtful }) => Prisma.sql`(
      select ${piece} as piece, ${isDoubtful ? Prisma.sql`folded` : Prisma.sql`''`} as folded
      from "SearchEntry"
      where grams @> ${gramsSought(piece)}::text[] and position(${piece} in folded) > 0
      limit ${isDoubtful ? sample : 1})`,
  )
  const rows = await db.$queryRaw<{ piece: string; folded: string }[]>(
    Prisma.join(looks, ' union all '),
  )
  return pieces.flatMap(({ piece, isDoubtful }) => {
    const isHeld = rows.some(
      (row) => row.piece === piece && (!isDoubtful || isWordIn(piece, row.folded)),
    )
    return isHeld ? [piece] : []
  })
}

function longestOf(clauses: readonly Clause[]): Clause[] {
  const kept = [...clauses].sort((a, b) => b.typed.length - a.typed.length).slice(0, mostWords)
  return clauses.filter((clause) => kept.includes(clause))
}
