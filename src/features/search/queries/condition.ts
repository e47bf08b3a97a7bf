import 'server-only'
import type { Prisma } from '../../../generated/prisma/client'
import { gramsSought, isOneGram, wholeGram } from '../grams'
import { type Alternatives, type Clause, parseQuery, type Spelling } from '../query'

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

/** As `searchCondition`, of a query that has been read. */
export function conditionOn(clauses: readonly Clause[]): Prisma.SearchEntryWhereInput {
  return {
    AND: clauses.map(({ spellings, isExcluded }) => {
      const found = { OR: spellings.map(inWhole) }
      return isExcluded ? { NOT: found } : found
    }),
  }
}

function inWhole({ folded, isWhole }: Spelling): Prisma.SearchEntryWhereInput {
  if (isWhole) return { grams: { hasEvery: [wholeGram(folded)] } }
  const grams = { hasEvery: gramsSought(folded) }
  return isOneGram(folded) ? { grams } : { grams, folded: { contains: literally(folded) } }
}

/**
 * The same without the index, for words so common that a walk along the order meets enough of them at once.
 * A short word that stands alone has no other way.
 */
export function scanning({ folded, isWhole }: Spelling): Prisma.SearchEntryWhereInput {
  if (isWhole) return { grams: { hasEvery: [wholeGram(folded)] } }
  return { folded: { contains: literally(folded) } }
}

/** The same in the passages that weigh most: reference, name, title. */
export function inHead({ folded, isWhole }: Spelling): Prisma.SearchEntryWhereInput {
  if (isWhole) return { headGrams: { hasEvery: [wholeGram(folded)] } }
  return { head: { contains: literally(folded) } }
}

/** `contains` takes %, _ and \ for wildcards; a reader means the signs. */
function literally(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&')
}
