import { type FoldedPlaces, foldWithPlaces } from '@/i18n/fold'
import { type Language, languages } from '@/i18n/language'
import {
  bodiesOf,
  type LocalizedText,
  originalLanguage,
  type TextOrigin,
} from '@/i18n/localized-text'
import type { ShownTerm } from './term'

/** Where a term stands in a text: from `start` up to `end`, in UTF-16 units. */
export type TermMark = {
  slug: string
  start: number
  end: number
  /** Whether it is the approved rendering, and not one of the other words for it. */
  isName: boolean
}

/**
 * What is to be said of a text's words. A `warning` asks for another word; a `note` only tells, where the text
 * is printed or official and stays as it is, or keeps to the word that its original has.
 */
export type GlossaryFinding = {
  weight: 'warning' | 'note'
  slug: string
  language: Language
  /** The term as the original writes it, and its approved rendering in this language. */
  inOriginal: string
  expected: string
  /** The other word that stands there; null where neither it nor the approved one is found. */
  used: string | null
}

/** What the glossary says of a passage. */
export type GlossaryNotes = {
  /** The language of the original; null where the passage has none. */
  original: Language | null
  /** The terms that the original holds, in its order, each with its renderings. */
  terms: { slug: string; name: Partial<Record<Language, string>> }[]
  marks: Record<Language, TermMark[]>
  findings: GlossaryFinding[]
}

/**
 * Holds a passage against the glossary: the terms of its original, and whether the other languages render them
 * by the approved words. Scripts, widths, cases and English plurals make no difference; of two terms that
 * overlap the longer one counts; a Latin word is found only whole.
 */
export function glossaryNotes(text: LocalizedText, terms: readonly ShownTerm[]): GlossaryNotes {
  const original = originalLanguage(text)
  const spellings = terms.flatMap(spellingsOf).sort((a, b) => b.folded.length - a.folded.length)
  const folded = languages.flatMap((language) => {
    const body = text[language]?.body
    return body === undefined ? [] : [[language, foldWithPlaces(body)] as const]
  })
  const texts = new Map(folded)
  const marks = Object.fromEntries(
    languages.map((language) => {
      const held = texts.get(language)
      return [language, held ? marksIn(held, spellings, language) : []]
    }),
  ) as GlossaryNotes['marks']
  const found = [...new Set(original ? marks[original].map(({ slug }) => slug) : [])].flatMap(
    (slug) => terms.find((term) => term.slug === slug) ?? [],
  )
  const isNamed = (term: ShownTerm, language: Language) =>
    holdsName(texts.get(language), term.name[language]?.body)
  const written = ({ slug }: ShownTerm) => {
    const mark = original && marks[original].find((one) => one.slug === slug)
    return mark ? (text[original]?.body.slice(mark.start, mark.end) ?? '') : ''
  }
  return {
    original,
    terms: found.map(({ slug, name }) => ({ slug, name: bodiesOf(name) })),
    marks,
    findings: languages.flatMap((language) => {
      const entry = text[language]
      if (!entry || !original) return []
      return found.flatMap((term): GlossaryFinding[] => {
        const expected = term.name[language]?.body
        if (!expected || isNamed(term, language)) return []
        const mark = marks[language].find(({ slug }) => slug === term.slug)
        const used = mark ? entry.body.slice(mark.start, mark.end) : null
        const follows = used !== null && language !== original && !isNamed(term, original)
        const weight = stands(entry.origin) || follows ? 'note' : 'warning'
        return [{ weight, slug: term.slug, language, inOriginal: written(term), expected, used }]
      })
    }),
  }
}

/** Whether a text is another's words, which the register leaves as they are. */
function stands(origin: TextOrigin): boolean {
  return origin === 'as_printed' || origin === 'official'
}

/** One way of writing a term. `nameIn`: the languages whose approved rendering it is. */
type Spelling = { slug: string; folded: string; pattern: RegExp; nameIn: readonly Language[] }

function spellingsOf({ slug, name, also }: ShownTerm): Spelling[] {
  const written = new Map<string, Language[]>()
  for (const language of languages) {
    const folded = foldedWord(name[language]?.body ?? '')
    written.set(folded, [...(written.get(folded) ?? []), language])
  }
  for (const word of also.map(foldedWord)) if (!written.has(word)) written.set(word, [])
  written.delete('')
  return [...written].map(([folded, nameIn]) => ({
    slug,
    folded,
    nameIn,
    pattern: patternOf(folded),
  }))
}

function foldedWord(word: string): string {
  return foldWithPlaces(word).folded.trim()
}

/**
 * What finds a folded word in a folded text. A Latin one stands alone, no letter or digit touching it; it is
 * written with a hyphen, with a space or as one word, in the singular or plural, as a noun or its verb.
 */
function patternOf(folded: string): RegExp {
  const escaped = folded.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  if (!/^[\p{Script=Latin}\d]/u.test(folded)) return new RegExp(escaped, 'gu')
  const [stem, endings] = inflected(escaped)
  const loose = stem.replace(/[ /-]/g, (sign) => looseSigns[sign] ?? sign)
  const letter = '[\\p{Script=Latin}\\d]'
  return new RegExp(`(?<!${letter})${loose}(?:${endings.join('|')})(?!${letter})`, 'gu')
}

/** What may stand for what between the parts of a Latin term. */
const looseSigns: Record<string, string> = { ' ': '[ -]', '-': '[ –-]?', '/': '[/–-]' }

/** A word's stem and its simply made endings, the word's own first. */
function inflected(word: string): [string, string[]] {
  const rules: [RegExp, string[]][] = [
    [/ation$/, ['ation', 'ations', 'ate', 'ates', 'ated', 'ating']],
    [/(?<=[^aeiou])y$/, ['y', 'ies']],
    [/um$/, ['um', 'ums', 'a']],
    [/(?<=s|x|ch|sh)$/, ['', 'es']],
    [/(?<=[a-z])$/, ['', 's']],
  ]
  const rule = rules.find(([ending]) => ending.test(word))
  return rule ? [word.replace(rule[0], ''), rule[1]] : [word, ['']]
}

function marksIn(
  { folded, places }: FoldedPlaces,
  spellings: readonly Spelling[],
  language: Language,
): TermMark[] {
  const taken = new Set<number>()
  const marks: TermMark[] = []
  for (const { slug, pattern, nameIn } of spellings) {
    for (const { 0: word, index } of folded.matchAll(pattern)) {
      const signs = word.split('').map((_, at) => index + at)
      const [from, to] = [places[index], places[index + word.length - 1]]
      if (!from || !to || signs.some((at) => taken.has(at))) continue
      for (const at of signs) taken.add(at)
      marks.push({ slug, start: from.start, end: to.end, isName: nameIn.includes(language) })
    }
  }
  return marks.sort((a, b) => a.start - b.start)
}

/** Whether a text holds the approved rendering, in a longer term too: `memorandum` in `memorandum of understanding`. */
function holdsName(text: FoldedPlaces | undefined, name: string | undefined): boolean {
  if (!text || !name) return false
  return text.folded.search(patternOf(foldedWord(name))) >= 0
}
