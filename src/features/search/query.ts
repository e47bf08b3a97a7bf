import { fold } from './fold'

/** One spelling or several that mean the same; an item matches that holds any of them. */
export type Word = string[]

/** A condition on an owner's folded search text: every word, each in any of its spellings. */
export type SearchCondition = { AND: { OR: { searchText: { contains: string } }[] }[] }

/**
 * What a reader typed, as a condition on `searchText`: 滬港 meets 沪港, and 數碼經濟 meets 數字經濟.
 * @param alternatives groups of terms that mean the same, from the glossary.
 */
export function searchCondition(
  q: string,
  alternatives: readonly (readonly string[])[] = [],
): SearchCondition {
  return {
    AND: wordsOf(q, alternatives).map((spellings) => ({
      OR: spellings.map((word) => ({ searchText: { contains: word } })),
    })),
  }
}

/** The folded words of a query, each with what the glossary knows it by. A glossary term of several words stays whole. */
export function wordsOf(q: string, alternatives: readonly (readonly string[])[]): Word[] {
  const groups = alternatives.map((group) => [...new Set(group.map(fold))].filter(Boolean))
  const phrases = groups
    .flat()
    .filter((term) => term.includes(' '))
    .sort((a, b) => b.length - a.length)
  let rest = ` ${fold(q)} `
  const words: string[] = []
  for (const phrase of phrases) {
    if (!rest.includes(` ${phrase} `)) continue
    words.push(phrase)
    rest = rest.replace(` ${phrase} `, '  ')
  }
  words.push(...rest.split(' ').filter(Boolean))
  return words.map((word) => spellingsOf(word, groups))
}

function spellingsOf(word: string, groups: readonly string[][]): Word {
  const spellings = new Set<string>()
  for (const group of groups) {
    for (const term of group) {
      // A Chinese term is found inside a longer word; a Latin one only whole: `ai` stands in `maintain`.
      const applies = isLatin(term) ? word === term : word.includes(term)
      if (!applies) continue
      for (const other of group) {
        if (other !== term && !isTooShort(other)) spellings.add(word.replace(term, other))
      }
    }
  }
  if (spellings.size === 0 || !isTooShort(word)) spellings.add(word)
  return [...spellings]
}

function isLatin(term: string): boolean {
  return /^[\p{Script=Latin}\d ./-]+$/u.test(term)
}

/** A Latin abbreviation that the letters of other words hold; its long form finds the item. */
function isTooShort(term: string): boolean {
  return isLatin(term) && term.length <= 3
}
