import { fold } from '@/i18n/fold'
import {
  type Alternatives,
  type Group,
  isLatin,
  isTypedFor,
  termKey,
  vocabularyOf,
} from './alternatives'
import { hasOtherForms, stemOf } from './english'
import { isShortWord, latinWords, wholeGram } from './grams'

/** A way of writing what is sought. */
export type Spelling = {
  /** The folded words; of a word that must stand alone, its stem. */
  folded: string
  /** Whether it must stand alone as a Latin word, in any of its forms. */
  isWhole: boolean
  /** The term that stands here for one that was typed; null for the words as typed. */
  through: { typed: string; term: string } | null
}

/** One condition of a query: any of the spellings must be found, or none of them may. */
export type Clause = {
  /** As the reader typed it, without the quotation marks and the minus. */
  typed: string
  isPhrase: boolean
  isExcluded: boolean
  spellings: Spelling[]
}

/** What opens a phrase, and what closes it; readers of Chinese type their own marks. */
const quotation = /"([^"]*)"|＂([^＂]*)＂|“([^”]*)”|「([^」]*)」|『([^』]*)』/
const token = new RegExp(
  `([-－−]?)(?:${quotation.source}|([^\\s"＂“”「」『』，、。；！？()（）《》〈〉【】]+))`,
  'gu',
)

/**
 * Reads what a reader typed. Words stand apart by blanks or Chinese punctuation and must all be found, in any
 * order and language; a Latin word beside Chinese is a word of its own. A phrase in quotation marks is found as it
 * stands, without the glossary; a word or phrase with a minus before it must not be found. What has no letter, sign
 * of writing or digit is left out. A term of the glossary that is several words stays whole, and a day is read in
 * any of the usual ways of writing it.
 */
export function parseQuery(q: string, alternatives: Alternatives): Clause[] {
  const { groups, terms } = vocabularyOf(alternatives)
  // No text contains control characters or lone surrogates, and the database refuses them.
  const text = q.replace(/\p{DI}/gu, '').replace(/[\p{Cc}\p{Cs}]/gu, ' ')
  const read = [...withPlainDays(text).matchAll(token)].map((match): Token => {
    const phrase = match.slice(2, 7).find((part) => part !== undefined)
    // A comma or a stop that clings to a word is not part of it.
    const typed = (phrase ?? match[7]?.replace(/[,.;:!?]+$/, '') ?? '').trim()
    return { typed, isPhrase: phrase !== undefined, isExcluded: match[1] !== '' }
  })
  return withTermsWhole(read, terms).flatMap((one) => {
    const literal = one.isPhrase || one.isExcluded
    return (literal || terms.has(termKey(fold(one.typed))) ? [one] : withLatinApart(one)).flatMap(
      (part) => {
        // At either end of a piece of a hyphenated word: folded, the word has no hyphen there.
        const folded = fold(part.typed).replace(/^[-'](?=[a-z])|(?<=[a-z])[-']$/g, '')
        if (!/[\p{L}\p{N}]/u.test(folded)) return []
        const spellings = literal
          ? [asTyped(folded, part.isPhrase && !terms.has(termKey(folded)))]
          : spellingsOf(folded, groups)
        return [{ ...part, spellings }]
      },
    )
  })
}

/** Whether a clause is a word that must be found, and no phrase. */
export function isPlain({ isPhrase, isExcluded }: Clause): boolean {
  return !isPhrase && !isExcluded
}

/** Whether a folded text (passages apart by line breaks) answers to every clause: what the index finds, in memory. */
export function isFoundIn(clauses: readonly Clause[], folded: string): boolean {
  return clauses.every(
    ({ spellings, isExcluded }) =>
      spellings.some((spelling) => findsIn(spelling, folded)) !== isExcluded,
  )
}

function findsIn({ folded: sought, isWhole }: Spelling, folded: string): boolean {
  return isWhole
    ? latinWords(folded).some(({ word }) => stemOf(word) === sought)
    : folded.includes(sought)
}

type Token = Pick<Clause, 'typed' | 'isPhrase' | 'isExcluded'>

/** Days as figures, as the register writes them. */
function withPlainDays(text: string): string {
  const iso = (year: string, month: string, day: string) =>
    `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return text
    .normalize('NFKC')
    .replace(/(?<!\d)(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/g, (_, year, __, month, day) =>
      iso(year, month, day),
    )
    .replace(/(?<!\d)(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?!\d)/g, (_, day, __, month, year) =>
      iso(year, month, day),
    )
    .replace(/(?<=年)0(?=\d月)|(?<=月)0(?=\d日)/g, '')
}

/** A word in Latin letters beside Chinese, such as `AI` of `AI實驗室`, is a word of its own. */
function withLatinApart(token: Token): Token[] {
  const parts = token.typed.split(
    /(?<=\p{Script=Han})(?=[a-z][a-z\d+])|(?<=[a-z][a-z\d+&.-]*[a-z\d+])(?=\p{Script=Han})/iu,
  )
  return parts.map((typed) => ({ ...token, typed }))
}

/** The most words of a term that stay whole. */
const mostWords = 10

/** Joins neighbouring words that are one term of the glossary, the longest term first. */
function withTermsWhole(tokens: readonly Token[], terms: ReadonlySet<string>): Token[] {
  const result: Token[] = []
  for (let from = 0; from < tokens.length; ) {
    let length = Math.min(mostWords, tokens.length - from)
    for (; length > 1; length--) {
      const part = tokens.slice(from, from + length)
      const isPlain = part.every(({ isPhrase, isExcluded }) => !isPhrase && !isExcluded)
      if (isPlain && terms.has(termKey(fold(part.map(({ typed }) => typed).join(' '))))) break
    }
    const part = tokens.slice(from, from + length)
    const [first] = part
    if (first) result.push({ ...first, typed: part.map(({ typed }) => typed).join(' ') })
    from += Math.max(1, length)
  }
  return result
}

function spellingsOf(word: string, groups: readonly Group[]): Spelling[] {
  const spellings = new Map([[word, asTyped(word)]])
  const add = (folded: string, isWhole: boolean, through: Spelling['through']) => {
    const key = isWhole ? wholeGram(folded) : folded
    if (!spellings.has(key)) spellings.set(key, { folded, isWhole, through })
  }
  if (hasOtherForms(word)) add(stemOf(word), true, null)
  for (const group of groups) {
    const { names, isInside } = group
    if (isTypedFor(group, word)) {
      for (const { folded, written } of names) {
        if (folded !== word) add(folded, isShortWord(folded), { typed: word, term: written })
      }
    }
    if (!isInside) continue
    for (const term of names) {
      // A Chinese term is found inside a longer word; a Latin one only whole: `ai` stands in `maintain`.
      if (word === term.folded || isLatin(term.folded) || !word.includes(term.folded)) continue
      for (const other of names) {
        if (other === term || isShortWord(other.folded)) continue
        const folded = fold(word.replace(term.folded, () => other.folded))
        add(folded, false, { typed: term.written, term: other.written })
      }
    }
  }
  return [...spellings.values()]
}

/** An abbreviation stands alone, unless it is a piece of a phrase: its letters are in many other words. */
function asTyped(folded: string, isPiece = false): Spelling {
  return { folded, isWhole: isShortWord(folded) && !isPiece, through: null }
}
