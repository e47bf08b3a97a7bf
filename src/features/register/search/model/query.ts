import { fold } from '@/i18n/fold'
import { gramsOf, isShortWord, wholeGram } from './grams'

/** A way of writing what is sought: its folded words, and whether they must stand alone as a word. */
export type Spelling = {
  folded: string
  isWhole: boolean
  /** The term of the glossary that stands here for one that was typed; null for the words as typed. */
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

/** Groups of terms that mean the same, from the glossary. */
export type Alternatives = readonly (readonly string[])[]

/** What opens a phrase, and what closes it; readers of Chinese type their own marks. */
const quotation = /"([^"]*)"|＂([^＂]*)＂|“([^”]*)”|「([^」]*)」|『([^』]*)』/
const token = new RegExp(
  `([-－−]?)(?:${quotation.source}|([^\\s"＂“”「」『』，、。；！？]+))`,
  'gu',
)

/**
 * Reads what a reader typed. Words stand apart by blanks or Chinese punctuation and must all be found, in any
 * order and language; a phrase in quotation marks is found as it stands, without the glossary; a word or phrase
 * with a minus before it must not be found. What has no letter, sign of writing or digit is left out. A term of the glossary that is several words stays whole.
 */
export function parseQuery(q: string, alternatives: Alternatives): Clause[] {
  const groups = alternatives.map(toGroup)
  // No text contains control characters or lone surrogates, and the database refuses them.
  const text = q.replace(/[\p{Cc}\p{Cs}]/gu, ' ')
  const read = [...text.matchAll(token)].map((match): Token => {
    const phrase = match.slice(2, 7).find((part) => part !== undefined)
    const typed = (phrase ?? match[7] ?? '').trim()
    return { typed, isPhrase: phrase !== undefined, isExcluded: match[1] !== '' }
  })
  return withTermsWhole(read, groups).flatMap((one) => {
    // At either end of a piece of a hyphenated word: folded, the word has no hyphen there.
    const folded = fold(one.typed).replace(/^-(?=[a-z])|(?<=[a-z])-$/g, '')
    if (!/[\p{L}\p{N}]/u.test(folded)) return []
    const literal = one.isPhrase || one.isExcluded
    return [
      { ...one, spellings: literal ? [asTyped(folded, groups)] : spellingsOf(folded, groups) },
    ]
  })
}

/** Whether a folded text (passages apart by line breaks) answers to every clause: what the index finds, in memory. */
export function isFoundIn(clauses: readonly Clause[], folded: string): boolean {
  return clauses.every(
    ({ spellings, isExcluded }) =>
      spellings.some((spelling) => findsIn(spelling, folded)) !== isExcluded,
  )
}

function findsIn({ folded: sought, isWhole }: Spelling, folded: string): boolean {
  return isWhole ? gramsOf(folded).includes(wholeGram(sought)) : folded.includes(sought)
}

type Token = Pick<Clause, 'typed' | 'isPhrase' | 'isExcluded'>
type Term = { folded: string; written: string }

function toGroup(terms: readonly string[]): Term[] {
  const group = new Map<string, Term>()
  for (const written of terms) {
    const folded = fold(written)
    if (folded && !group.has(folded)) group.set(folded, { folded, written })
  }
  return [...group.values()]
}

/** Joins neighbouring words that are one term of the glossary, the longest term first. */
function withTermsWhole(tokens: readonly Token[], groups: readonly Term[][]): Token[] {
  const terms = new Set(groups.flat().map(({ folded }) => folded))
  const most = Math.max(1, ...[...terms].map((term) => term.split(' ').length))
  const result: Token[] = []
  for (let from = 0; from < tokens.length; ) {
    let length = Math.min(most, tokens.length - from)
    for (; length > 1; length--) {
      const part = tokens.slice(from, from + length)
      const isPlain = part.every(({ isPhrase, isExcluded }) => !isPhrase && !isExcluded)
      if (isPlain && terms.has(fold(part.map(({ typed }) => typed).join(' ')))) break
    }
    const part = tokens.slice(from, from + length)
    const [first] = part
    if (first) result.push({ ...first, typed: part.map(({ typed }) => typed).join(' ') })
    from += Math.max(1, length)
  }
  return result
}

function spellingsOf(word: string, groups: readonly Term[][]): Spelling[] {
  const spellings = new Map([[word, asTyped(word, groups)]])
  for (const group of groups) {
    for (const term of group) {
      // A Chinese term is found inside a longer word; a Latin one only whole: `ai` stands in `maintain`.
      const isAll = word === term.folded
      if (!isAll && (isLatin(term.folded) || !word.includes(term.folded))) continue
      for (const other of group) {
        const isShort = isShortWord(other.folded)
        if (other === term || (isShort && !isAll)) continue
        const folded = fold(word.replace(term.folded, () => other.folded))
        if (spellings.has(folded)) continue
        const through = { typed: term.written, term: other.written }
        spellings.set(folded, { folded, isWhole: isShort, through })
      }
    }
  }
  return [...spellings.values()]
}

function asTyped(folded: string, groups: readonly Term[][]): Spelling {
  const isTerm = groups.some((group) => group.some((term) => term.folded === folded))
  return { folded, isWhole: isTerm && isShortWord(folded), through: null }
}

function isLatin(term: string): boolean {
  return /^[\p{Script=Latin}\d ./-]+$/u.test(term)
}
