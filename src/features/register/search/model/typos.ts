import { boundariesIn, isOfWords } from './segments'

/**
 * Whether two words are one typo apart: a character too many, too few, wrong, or two neighbours in the wrong
 * order.
 */
export function isOneTypo(word: string, other: string): boolean {
  const [a, b] = [Array.from(word), Array.from(other)]
  if (word === other || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  let end = 0
  const room = Math.min(a.length, b.length) - start
  while (end < room && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/**
 * The words of a folded text that are one typo away from a folded word. A Latin word is compared whole, since
 * half a word is no suggestion; nor is a piece of Chinese that begins or ends inside a word of the language.
 */
export function wordsNear(word: string, folded: string): string[] {
  const isLatin = /^[\p{Script=Latin}\d]+$/u.test(word)
  const found = new Set<string>()
  if (isLatin) {
    for (const [other] of folded.matchAll(/[\p{Script=Latin}\d]+/gu)) {
      if (isOneTypo(word, other)) found.add(other)
    }
    return [...found]
  }
  const length = Array.from(word).length
  for (const run of folded.split(/[\n。，、；：]/)) {
    const boundaries = boundariesIn(run)
    const signs = Array.from(run)
    const startOf = signs.map((_, index) => signs.slice(0, index).join('').length)
    const isBoundary = (index: number) => boundaries.has(startOf[index] ?? run.length)
    for (let from = 0; from < signs.length; from++) {
      if (!isBoundary(from)) continue
      for (const size of [length, length + 1, length - 1]) {
        const other = signs.slice(from, from + size)
        if (other.length !== size || size < 2 || !isBoundary(from + size)) continue
        const text = other.join('')
        if (isOneTypo(word, text) && isOfWords(text) && !isHalfOther(word, text)) found.add(text)
      }
    }
  }
  return [...found]
}

/** Of a Chinese word of two characters, one in another's place is another word: 港鐵 is no slip for 港人. */
function isHalfOther(word: string, other: string): boolean {
  const [first = '', second = ''] = Array.from(word)
  return Array.from(word).length === 2 && other !== second + first
}
