import 'server-only'
import { listAlternatives } from '@/features/register/glossary/queries'
import { Prisma } from '@/generated/prisma/client'
import { fold } from '@/i18n/fold'
import { type Database, database } from '@/server/database/database'
import { type Alternatives, toGroups } from '../model/alternatives'
import { gramsSought } from '../model/grams'
import { type Clause, isPlain, parseQuery } from '../model/query'
import { isAsking, piecesOf, splitInto } from '../model/segments'
import { conditionOn } from './condition'

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
 * Reads a query as a reader may have meant it: as it was typed where anything answers to that; else split into the
 * words that the register knows, first all of them, then most of them. Phrases in quotation marks and what is left
 * out with a minus hold in any case.
 */
export async function understand(q: string): Promise<Reading> {
  const alternatives = await listAlternatives()
  const clauses = parseQuery(q, alternatives)
  const asTyped = { clauses, needed: clauses.filter(isPlain).length, split: null }
  const db = await database()
  if (asTyped.needed === 0 || (await isFound(db, clauses, asTyped.needed))) return asTyped
  const { known, missing } = await knownWords(db, clauses.filter(isPlain), alternatives)
  const half = Math.ceil((known.length + missing.length) / 2)
  const words = known.length > mostWords ? longestOf(known) : known
  const all = [...clauses.filter((clause) => !isPlain(clause)), ...words]
  for (let needed = words.length; needed >= Math.max(1, Math.min(half, words.length)); needed--) {
    if (known.length < half || !(await isFound(db, all, needed))) continue
    return { clauses: all, needed, split: { sought: words.map(({ typed }) => typed), missing } }
  }
  return asTyped
}

async function isFound(db: Database, clauses: readonly Clause[], needed: number) {
  const where = conditionOn(clauses, needed)
  return (await db.searchEntry.findFirst({ where, select: { reference: true } })) !== null
}

/** The words of a query that something in the register has, and those that nothing has. */
async function knownWords(db: Database, clauses: readonly Clause[], alternatives: Alternatives) {
  const terms = new Set(
    toGroups(alternatives).flatMap(({ typed }) =>
      [...typed].filter((term) => /\p{Script=Han}/u.test(term)),
    ),
  )
  const known = new Map<string, Clause>()
  const missing: string[] = []
  const keep = async (clause: Clause) => {
    if (await isFound(db, [clause], 1)) known.set(fold(clause.typed), clause)
    else missing.push(clause.typed)
  }
  for (const clause of clauses) {
    const folded = fold(clause.typed)
    if (isAsking(folded)) continue
    if (!/\p{Script=Han}/u.test(folded) || (await isFound(db, [clause], 1))) {
      await keep(clause)
      continue
    }
    const pieces = piecesOf(folded, terms)
    const held = new Set([
      ...(await heldPieces(db, pieces)),
      ...pieces.filter((one) => terms.has(one)),
    ])
    const { words, unknown } = splitInto(clause, held)
    for (const { typed } of words)
      for (const one of parseQuery(typed, alternatives)) await keep(one)
    const heldSigns = await heldPieces(db, unknown.map(fold))
    missing.push(...unknown.filter((sign) => !heldSigns.includes(fold(sign))))
  }
  return { known: [...known.values()], missing }
}

/** Those of the folded pieces that stand somewhere in the register. */
async function heldPieces(db: Database, pieces: readonly string[]): Promise<string[]> {
  if (pieces.length === 0) return []
  const looks = pieces.map(
    (piece) => Prisma.sql`
      select ${piece} as piece where exists (
        select from "SearchEntry"
        where grams @> ${gramsSought(piece)}::text[] and position(${piece} in folded) > 0)`,
  )
  const rows = await db.$queryRaw<{ piece: string }[]>(Prisma.join(looks, ' union all '))
  return rows.map(({ piece }) => piece)
}

function longestOf(clauses: readonly Clause[]): Clause[] {
  const kept = [...clauses].sort((a, b) => b.typed.length - a.typed.length).slice(0, mostWords)
  return clauses.filter((clause) => kept.includes(clause))
}
