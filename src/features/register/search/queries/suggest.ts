import 'server-only'
import { foldForSearch } from '@/i18n/fold'
import type { Language } from '@/i18n/language'
import { fallbacks } from '@/i18n/localized-text'
import { type Database, database } from '@/server/database/database'
import { searchPassages } from '../model/passages'
import type { Clause, Spelling } from '../model/query'
import { isOneTypo, wordsNear } from '../model/typos'
import { conditionOn } from './condition'
import { readNames } from './entries'
import { latestSnapshots } from './snapshots'

/** A word of the register in the place of one that was typed, and the whole query with it. */
export type Suggestion = { typed: string; word: string; q: string }

const mostSuggestions = 3
/** How many entries are read for similar words. */
const sample = 150

/**
 * Words of the register that are one typo away from a word without hits: a character too many, too few,
 * wrong, or two in the wrong order. Each has hits in the place of the typed word. Empty where every word is
 * found.
 */
export async function suggest(
  clauses: readonly Clause[],
  language: Language,
): Promise<Suggestion[]> {
  const db = await database()
  for (const clause of clauses) {
    const length = Array.from(clause.spellings[0]?.folded ?? '').length
    if (clause.isExcluded || length < 2 || length > 30) continue
    if ((await db.searchEntry.count({ where: conditionOn([clause]) })) > 0) continue
    const words = await nearWords(db, clause)
    const suggestions: Suggestion[] = []
    for (const folded of words) {
      if (suggestions.length === mostSuggestions) break
      const corrected = { ...clause, spellings: [plain(folded)] }
      const all = clauses.map((one) => (one === clause ? corrected : one))
      const found = await db.searchEntry.findFirst({
        where: conditionOn(all),
        orderBy: { place: 'asc' },
      })
      if (!found) continue
      const word = await written(db, found, folded, language)
      if (word === null || suggestions.some((one) => one.word === word)) continue
      const q = all.map((one) => rendered(one === corrected ? { ...clause, typed: word } : one))
      suggestions.push({ typed: clause.typed, word, q: q.join(' ') })
    }
    if (suggestions.length > 0) return suggestions
  }
  return []
}

/** Folded words one typo away, the most frequent first. */
async function nearWords(db: Database, { spellings }: Clause): Promise<string[]> {
  const typed = spellings[0]?.folded ?? ''
  const signs = Array.from(typed)
  const half = Math.floor(signs.length / 2)
  // One typo leaves one half of the word intact, unless it swaps the two characters at the middle.
  const [middle = '', after = ''] = signs.slice(half - 1, half + 1)
  const swapped = [...signs.slice(0, half - 1), after, middle, ...signs.slice(half + 1)].join('')
  const parts = [signs.slice(0, half).join(''), signs.slice(half).join(''), swapped]
  const counts = new Map<string, number>()
  for (const part of new Set(parts.map((one) => one.trim()).filter(Boolean))) {
    const rows = await db.searchEntry.findMany({
      where: conditionOn([
        { typed: part, isPhrase: true, isExcluded: false, spellings: [plain(part)] },
      ]),
      select: { folded: true },
      orderBy: { place: 'asc' },
      take: sample,
    })
    for (const { folded } of rows) {
      for (const word of wordsNear(typed, folded)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([word]) => isOneTypo(typed, word))
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([word]) => word)
}

function plain(folded: string): Spelling {
  return { folded, isWhole: false, through: null }
}

/** The word as the register writes it, in the page's language where it stands there. */
async function written(
  db: Database,
  {
    kind,
    reference,
    quote,
  }: {
    kind: Parameters<typeof latestSnapshots>[1] | 'quote'
    reference: string
    quote: string | null
  },
  word: string,
  language: Language,
): Promise<string | null> {
  const bodies =
    quote === null && kind !== 'quote'
      ? await bodiesOf(db, kind, reference, language)
      : [quote ?? '']
  for (const body of bodies) {
    const { folded, places } = foldForSearch(body)
    const at = folded.indexOf(word)
    const [from, to] = [places[at], places[at + word.length - 1]]
    if (at >= 0 && from && to) return body.slice(from.start, to.end)
  }
  return null
}

async function bodiesOf(
  db: Database,
  kind: Parameters<typeof latestSnapshots>[1],
  reference: string,
  language: Language,
): Promise<string[]> {
  const subjects = await latestSnapshots(db, kind, [reference])
  const names = await readNames(db, subjects)
  const passages = subjects.flatMap(({ snapshot }) =>
    searchPassages(kind, reference, snapshot, names),
  )
  const order = (held: Language | null) => (held ? fallbacks[language].indexOf(held) : 0)
  return passages.sort((a, b) => order(a.language) - order(b.language)).map(({ body }) => body)
}

function rendered({ typed, isPhrase, isExcluded }: Clause): string {
  const quoted = isPhrase || /\s/.test(typed) ? `"${typed}"` : typed
  return isExcluded ? `-${quoted}` : quoted
}
