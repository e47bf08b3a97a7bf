import { foldForSearch } from '@/i18n/fold'
import { stemOf } from './english'
import { latinWords } from './grams'
import type { Clause, Spelling } from './query'

/** Where words that were sought stand in a stored text, in UTF-16 units. */
export type Mark = {
  start: number
  end: number
  /** Which clause of the query, and the way of writing it that stands here. */
  clause: number
  spelling: Spelling
}

/** A piece of a stored text as it is shown. */
export type ShownPiece = { text: string; isMarked: boolean }

/** Everything in a stored text that a query seeks, in order. What is left out of the results marks nothing. */
export function marksIn(body: string, clauses: readonly Clause[]): Mark[] {
  const { folded, places } = foldForSearch(body)
  const marks: Mark[] = []
  for (const [clause, { spellings, isExcluded }] of clauses.entries()) {
    if (isExcluded) continue
    for (const spelling of spellings) {
      for (const { at, length } of placesOf(spelling, folded)) {
        const [from, to] = [places[at], places[at + length - 1]]
        if (from && to) marks.push({ start: from.start, end: to.end, clause, spelling })
      }
    }
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end)
}

function placesOf({ folded: sought, isWhole }: Spelling, folded: string) {
  if (isWhole) {
    return latinWords(folded).flatMap(({ word, at }) =>
      stemOf(word) === sought ? [{ at, length: word.length }] : [],
    )
  }
  const found: { at: number; length: number }[] = []
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + sought.length)) {
    found.push({ at, length: sought.length })
  }
  return found
}

/** The text in pieces, marked and not; marks that touch or overlap are one. */
export function pieces(body: string, marks: readonly Mark[], from = 0, to = body.length) {
  const shown: ShownPiece[] = []
  let at = from
  for (const { start, end } of marks) {
    if (end <= at || start >= to) continue
    const begin = Math.max(at, start)
    if (begin > at) shown.push({ text: body.slice(at, begin), isMarked: false })
    const text = body.slice(begin, Math.min(end, to))
    const last = shown.at(-1)
    if (last?.isMarked) last.text += text
    else shown.push({ text, isMarked: true })
    at = Math.min(end, to)
  }
  if (at < to) shown.push({ text: body.slice(at, to), isMarked: false })
  return shown
}

/** How much of a text is shown around its first mark: Chinese says more in fewer characters. */
const around = { chinese: 40, latin: 90 }

/** The part of a text around its first mark, in pieces; an ellipsis where it is cut. */
export function excerpt(body: string, marks: readonly Mark[]): ShownPiece[] {
  const [first] = marks
  const room = /\p{Script=Han}/u.test(body) ? around.chinese : around.latin
  let from = Math.max(0, (first?.start ?? 0) - room)
  let to = Math.min(body.length, Math.max(first?.end ?? 0, (first?.start ?? 0) + room * 2))
  if (from < room / 2) from = 0
  if (body.length - to < room / 2) to = body.length
  while (from > 0 && isBroken(body, from)) from--
  while (to < body.length && isBroken(body, to)) to++
  const shown = pieces(body, marks, from, to)
  if (from > 0) shown.unshift({ text: '… ', isMarked: false })
  if (to < body.length) shown.push({ text: ' …', isMarked: false })
  return shown
}

/** Whether a cut here would go through a Latin word or a pair of code units. */
function isBroken(body: string, at: number): boolean {
  return /[\p{Script=Latin}\d]{2}|[\ud800-\udbff][\udc00-\udfff]/u.test(body.slice(at - 1, at + 1))
}

/**
 * The Chinese characters that the register writes differently than they were typed: 沪 and 滬. Only where both
 * have the same length, so that each has its counterpart.
 */
export function otherScript(typed: string, stored: string): { typed: string; stored: string }[] {
  const [one, other] = [Array.from(typed.normalize('NFKC')), Array.from(stored.normalize('NFKC'))]
  if (one.length !== other.length) return []
  const isHan = (sign: string) => /\p{Script=Han}/u.test(sign)
  return one.flatMap((sign, index) => {
    const is = other[index] ?? ''
    return sign !== is && isHan(sign) && isHan(is) ? [{ typed: sign, stored: is }] : []
  })
}
