import { proposeTraditional, toSimplified } from '@/i18n/conversion'
import type { Meant } from './search-oracle'

/** A query as a reader would type it, and what is meant by it. */
export type GeneratedQuery = { q: string; meant: Meant[] }

/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Queries made from what is stored: words, pieces of one to six characters, phrases, other words for the
 * glossary's terms, references, slips of one character, several words, words left out; written in either
 * script, in full width, in upper case, between any quotation marks.
 */
export function generateQueries(
  count: number,
  seed: number,
  { texts, references, glossary }: { texts: string[]; references: string[]; glossary: string[][] },
): GeneratedQuery[] {
  const random = seeded(seed)
  const below = (number: number) => Math.floor(random() * number)
  const one = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value
  const terms = glossary.flat()
  const isWord = (words: string) => /^[\p{L}\p{N}][\p{L}\p{N}./-]*$/u.test(words)
  const isPhrase = (words: string) => /[\p{L}\p{N}]/u.test(words) && !/["＂“”「」『』]/.test(words)
  const piece = (longest: number) => {
    const signs = Array.from(one(texts))
    const from = below(signs.length)
    return signs.slice(from, from + 1 + below(longest)).join('')
  }
  const slip = (words: string) => {
    const signs = Array.from(words)
    const at = below(signs.length)
    const others = [[one(Array.from(one(texts)))], [], [signs[at], one(Array.from(one(texts)))]]
    signs.splice(at, 1, ...(one(others) as string[]))
    return signs.join('')
  }
  const word = (): string => {
    const kinds = [
      () => piece(6),
      () => piece(6),
      () => one(one(texts).split(/\s+/)).replace(/[^\p{L}\p{N}]+$/u, ''),
      () => one(terms),
      () => slip(one(terms)),
      () => slip(piece(6)),
      () => one(references),
      () => one(references).replace(/^\d+-/, ''),
    ]
    for (;;) {
      const words = one(kinds)()
      if (isWord(words)) return words
    }
  }
  const phrase = (): string => {
    for (;;) {
      const words = random() < 0.5 ? piece(24) : one(terms)
      if (isPhrase(words)) return words.trim()
    }
  }
  const written = (words: string) =>
    one([
      (text: string) => text,
      (text: string) => text,
      toSimplified,
      proposeTraditional,
      (text: string) => text.toUpperCase(),
      fullWidth,
    ])(words)
  const marks = [
    ['"', '"'],
    ['「', '」'],
    ['“', '”'],
    ['『', '』'],
  ] as const
  const part = (isFirst: boolean): { text: string; meant: Meant } => {
    const isExcluded = !isFirst && random() < 0.3
    const minus = isExcluded ? one(['-', '－']) : ''
    if (random() < 0.25) {
      const [words, [open, close]] = [phrase(), one(marks)]
      return {
        text: `${minus}${open}${written(words)}${close}`,
        meant: { words, isPhrase: true, isExcluded },
      }
    }
    const words = word()
    return { text: `${minus}${written(words)}`, meant: { words, isPhrase: false, isExcluded } }
  }
  return Array.from({ length: count }, () => {
    // The glossary joins neighbouring words to one term: of several words only one has no quotation marks.
    const parts = [part(true)]
    while (parts.length < 4 && random() < 0.4) {
      const next = part(false)
      const isPlain = ({ meant }: (typeof parts)[number]) => !meant.isPhrase && !meant.isExcluded
      if (isPlain(next) && /[a-z]/i.test(next.meant.words) && parts.some(isPlain)) continue
      parts.push(next)
    }
    return {
      q: parts.map(({ text }) => text).join(one([' ', '　', '  '])),
      meant: parts.map(({ meant }) => meant),
    }
  })
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (sign) =>
    /[",;!?]/.test(sign) ? sign : String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
  )
}
