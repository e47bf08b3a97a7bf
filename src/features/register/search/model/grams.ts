import { stemOf } from './english'

/**
 * The pieces by which an entry is found through an index: every one and two neighbouring characters of a folded
 * text, three where all are Latin letters or digits (two letters stand in almost every English text), and each
 * Latin word whole, by its stem, with a blank before it, which no other gram holds. Blanks and line breaks are in
 * none. Characters are code points.
 */
export function gramsOf(folded: string): string[] {
  const grams = new Set<string>()
  for (const run of folded.split(/\s+/)) {
    const signs = Array.from(run)
    for (const [index, sign] of signs.entries()) {
      const [second, third] = [signs[index + 1], signs[index + 2]]
      grams.add(sign)
      if (second === undefined) continue
      grams.add(sign + second)
      if (third !== undefined && isLatin(sign + second + third)) grams.add(sign + second + third)
    }
  }
  for (const { word } of latinWords(folded)) grams.add(wholeGram(stemOf(word)))
  return [...grams]
}

/**
 * The grams that every text holds in which these folded words stand, the longest that there are. A text that
 * lacks one cannot hold the words; one that has them all may still not hold them, unless `isOneGram`.
 */
export function gramsSought(words: string): string[] {
  const grams = new Set<string>()
  for (const run of words.split(/\s+/)) {
    const signs = Array.from(run)
    if (signs.length === 1) grams.add(run)
    for (const [index, sign] of signs.entries()) {
      const [before, second, third] = [signs[index - 1], signs[index + 1], signs[index + 2]]
      if (second === undefined) continue
      const longer = third !== undefined && isLatin(sign + second + third)
      if (longer) grams.add(sign + second + third)
      const isInside = longer || (before !== undefined && isLatin(before + sign + second))
      if (!isInside) grams.add(sign + second)
    }
  }
  return [...grams]
}

/** Whether the words are one gram, so that an entry with that gram holds them for certain. */
export function isOneGram(words: string): boolean {
  const length = Array.from(words).length
  return !/\s/.test(words) && (length <= 2 || (length === 3 && isLatin(words)))
}

/** Whether the word is so short that its letters stand in many others: an abbreviation is sought whole. */
export function isShortWord(word: string): boolean {
  return /^[\p{Script=Latin}\d]{1,3}$/u.test(word)
}

/** The gram of a word that stands by itself, of its stem. */
export function wholeGram(stem: string): string {
  return ` ${stem}`
}

/** The Latin words and numbers of a folded text, and where each begins. */
export function latinWords(folded: string): { word: string; at: number }[] {
  return [...folded.matchAll(/[\p{Script=Latin}\d]+/gu)].map(({ 0: word, index }) => ({
    word,
    at: index,
  }))
}

function isLatin(signs: string): boolean {
  return /^[\p{Script=Latin}\d]+$/u.test(signs)
}
