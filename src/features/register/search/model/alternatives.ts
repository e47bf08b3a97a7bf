import { fold } from '@/i18n/fold'
import { stemOf } from './english'

/** Words that mean the same: any of the names or of the other words may be typed, and any of the names is sought. */
export type Alternative = {
  names: readonly string[]
  /** What is typed for the names and not sought itself: `特區` for a government. Known only as a whole word. */
  also?: readonly string[]
}
export type Alternatives = readonly Alternative[]

/** A term as it is written, and folded. */
export type Term = { folded: string; written: string }
/** An alternative, folded, what is typed by `termKey`; `isInside` where a Chinese name is known inside a longer word too. */
export type Group = { names: Term[]; typed: Set<string>; isInside: boolean }

/** Whether a folded word stands for a group: `卫健委` does for `上海市卫健委`. */
export function isTypedFor({ typed, isInside }: Group, folded: string): boolean {
  if (typed.has(termKey(folded))) return true
  if (isInside || !/^\p{Script=Han}{3,}$/u.test(folded)) return false
  return [...typed].some((one) => one.endsWith(folded))
}

const ordinals = [
  ['一', '1st', 'first'],
  ['二', '2nd', 'second'],
  ['三', '3rd', 'third'],
  ['四', '4th', 'fourth'],
  ['五', '5th', 'fifth'],
  ['六', '6th', 'sixth'],
  ['七', '7th', 'seventh'],
  ['八', '8th', 'eighth'],
  ['九', '9th', 'ninth'],
  ['十', '10th', 'tenth'],
].map(([chinese, ordinal, word], index): Alternative => {
  const counted = ['次', '屆'].flatMap((unit) => [`第${chinese}${unit}`, `第${index + 1}${unit}`])
  return { names: [...counted, String(ordinal), String(word)] }
})

const months = Array.from({ length: 12 }, (_, month): Alternative => {
  const [name, short] = (['long', 'short'] as const).map((style) =>
    new Intl.DateTimeFormat('en-US', { month: style, timeZone: 'UTC' }).format(
      Date.UTC(2024, month),
    ),
  )
  return {
    names: [String(name)],
    also: [String(short), `${String(short)}.`, ...(month === 8 ? ['Sept'] : [])],
  }
})

/** A query is read with every term of the register: each is folded once. */
const known = new Map<string, { folded: string; key: string }>()

/** What every register takes for the same: the numbers of sessions, and the months. */
const ofAll = [...ordinals, ...months].map(toGroup)

/** The alternatives of a register and of all, and everything that may be typed for one, by `termKey`. */
export type Vocabulary = { groups: readonly Group[]; terms: ReadonlySet<string> }

/** One search reads its query, and the words of it, with the same alternatives. */
const vocabularies = new WeakMap<Alternatives, Vocabulary>()

/** The alternatives of a register and of all, folded for reading a query. */
export function vocabularyOf(alternatives: Alternatives): Vocabulary {
  const held = vocabularies.get(alternatives)
  if (held) return held
  const groups = [...alternatives.map(toGroup), ...ofAll]
  const terms = new Set(groups.flatMap(({ typed }) => [...typed]))
  const made = { groups, terms }
  vocabularies.set(alternatives, made)
  return made
}

function toGroup({ names, also }: Alternative): Group {
  const terms = new Map<string, Term>()
  for (const written of names) {
    const { folded } = foldedTerm(written)
    if (folded && !terms.has(folded)) terms.set(folded, { folded, written })
  }
  const typed = new Set([...names, ...(also ?? [])].map(keyOfTerm))
  typed.delete('')
  return { names: [...terms.values()], typed, isInside: also === undefined }
}

/** By what a folded term is known: English in any of its forms. */
export function termKey(folded: string): string {
  return isLatin(folded) ? folded.split(' ').map(stemOf).join(' ') : folded
}

/** Whether a folded term has no Chinese. */
export function isLatin(term: string): boolean {
  return /^[\p{Script=Latin}\d ./-]+$/u.test(term)
}

function foldedTerm(written: string) {
  const held = known.get(written)
  if (held !== undefined) return held
  const folded = fold(written)
  const term = { folded, key: termKey(folded) }
  if (known.size < 20_000) known.set(written, term)
  return term
}

function keyOfTerm(written: string): string {
  return foldedTerm(written).key
}
