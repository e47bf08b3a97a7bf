import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Alternatives } from '../model/alternatives'
import { gramsSought, isOneGram, wholeGram } from '../model/grams'
import { type Clause, isPlain, parseQuery, type Spelling } from '../model/query'
import { areCommon } from './frequencies'

/**
 * What a reader typed, as a condition on search entries: grams find them through the index, and the folded text
 * is held against the words where the grams alone could be wrong.
 * @param alternatives groups of terms that mean the same, from the glossary.
 */
export function searchCondition(
  q: string,
  alternatives: Alternatives,
): Prisma.SearchEntryWhereInput {
  return conditionOn(parseQuery(q, alternatives))
}

/**
 * As `searchCondition`, of a query that has been read.
 * @param needed how many of its plain words must be found; all by default.
 */
export function conditionOn(
  clauses: readonly Clause[],
  needed?: number,
): Prisma.SearchEntryWhereInput {
  return atLeast(clauses, needed, ({ spellings, isExcluded }) => {
    // An index cannot find what lacks a word, and one common spelling means reading every entry anyway.
    if (isExcluded) return { NOT: { OR: spellings.map(scanning) } }
    const isCommon = spellings.some((one) => areCommon(gramsOfSpelling(one)))
    return { OR: spellings.map(isCommon ? scanning : indexed) }
  })
}

function atLeast(
  clauses: readonly Clause[],
  needed: number | undefined,
  asCondition: (clause: Clause) => Prisma.SearchEntryWhereInput,
): Prisma.SearchEntryWhereInput {
  const plain = clauses.filter(isPlain)
  if (needed === undefined || needed >= plain.length) return { AND: clauses.map(asCondition) }
  const others = clauses.filter((clause) => !isPlain(clause))
  const some = choicesOf(plain.map(asCondition), needed)
  return { AND: [...others.map(asCondition), { OR: some.map((all) => ({ AND: all })) }] }
}

/** Every choice of so many of the values. */
function choicesOf<Value>(values: readonly Value[], count: number): Value[][] {
  if (count === 0) return [[]]
  return values.flatMap((value, index) =>
    choicesOf(values.slice(index + 1), count - 1).map((rest) => [value, ...rest]),
  )
}

function gramsOfSpelling({ folded, isWhole }: Spelling): string[] {
  return isWhole ? [wholeGram(folded)] : gramsSought(folded)
}

function indexed(spelling: Spelling): Prisma.SearchEntryWhereInput {
  const { folded, isWhole } = spelling
  const grams = { hasEvery: gramsOfSpelling(spelling) }
  return isWhole || isOneGram(folded)
    ? { grams }
    : { grams, folded: { contains: literally(folded) } }
}

/** Without the index: the only way for a short word that stands alone. */
function scanning({ folded, isWhole }: Spelling): Prisma.SearchEntryWhereInput {
  if (isWhole) return { grams: { hasEvery: [wholeGram(folded)] } }
  return { folded: { contains: literally(folded) } }
}

/** Without the index, for reading in the list's order where hits are frequent. */
export function walkingCondition(
  clauses: readonly Clause[],
  needed?: number,
): Prisma.SearchEntryWhereInput {
  return atLeast(clauses, needed, ({ spellings, isExcluded }) => {
    const found = { OR: spellings.map(scanning) }
    return isExcluded ? { NOT: found } : found
  })
}

/** The same in the passages that weigh most: reference, name, title. */
export function inHead({ folded, isWhole }: Spelling): Prisma.SearchEntryWhereInput {
  if (isWhole) return { headGrams: { hasEvery: [wholeGram(folded)] } }
  return { head: { contains: literally(folded) } }
}

/** `contains` takes %, _ and \ for wildcards; a reader means the characters. */
function literally(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&')
}
