import { isDeepStrictEqual } from 'node:util'
import type { Side } from '@/features/register/cities/model'
import { type Change, changesBetween } from '@/features/register/log/model'
import type { MergeConflict } from '@/features/register/subjects/model/merge'
import type { ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import { isEmpty, isNest } from '@/features/register/subjects/model/values'
import { type Language, languages } from '@/i18n/language'

/** One row of a difference. `key` names the place: `placeOf` tells its message. */
export type ChangedPlace = {
  path: string
  key: string
  language: Language | null
  before: unknown
  after: unknown
}

/**
 * The changes as rows, a statement that is new as a whole taken apart into its places.
 * @param isFirst leaves out the places that the first entry found empty.
 */
export function changedPlaces(changes: readonly Change[], isFirst: boolean): ChangedPlace[] {
  return changes
    .flatMap((change) => takeApart(change.path, change.before, change.after))
    .filter(({ before, after }) => !isEmpty(after) || !(isFirst || isEmpty(before)))
    .sort(byPlace)
}

/** The database keeps no order of keys: the state first, then texts and facts, the evidence last, as a page has them. */
function byPlace(a: ChangedPlace, b: ChangedPlace): number {
  const rank = ({ key, language }: ChangedPlace) => {
    const place = order.findIndex((pattern) => pattern.test(key))
    return (place < 0 ? order.length : place) * 10 + (language ? languages.indexOf(language) : 0)
  }
  return rank(a) - rank(b)
}

const order = [
  /^state$/,
  /^statement_asOf$/,
  /^statement_assertedBy$/,
  /^statement_texts_note$/,
  /^statement_texts/,
  /^statement_citations$/,
  /^statement_confirmations_\w+_stance$/,
  /^statement_confirmations_\w+_texts/,
  /^statement_confirmations_\w+_citations$/,
  /^statement/,
  /^texts_(title|name)$/,
  /^texts_(text|summary|definition)$/,
  /^texts/,
  /^(?!citations$)/,
]

/**
 * The key of a place in messages `revisions.places`, and the side that it speaks of: what a side has said of a
 * statement is one place for every side.
 */
export function placeOf(key: string): { message: string; side: Side | null } {
  const [, start, side = null, end] = /^(statement_confirmations_)([A-Z]+)_(.+)$/.exec(key) ?? []
  return { message: side ? `${start}${end}` : key, side }
}

/** A place of a subject as it is and as it would be. */
export type ComparedPlace = ChangedPlace & { differs: boolean }

/** Every place that holds something before or after, in the order of the log's form; texts come last. */
export function comparePlaces(
  before: ProposedSnapshot | null,
  after: ProposedSnapshot,
): ComparedPlace[] {
  const [was, is] = [placesIn(before), placesIn(after)]
  const paths = [...new Set([...is.keys(), ...was.keys()])]
  return paths.flatMap((path) => {
    const [left, right] = [was.get(path), is.get(path)]
    const place = right ?? left
    if (!place) return []
    const pair = { before: left?.after ?? null, after: right?.after ?? null }
    return [{ ...place, ...pair, differs: !isDeepStrictEqual(pair.before, pair.after) }]
  })
}

/** A place that two people have changed differently: what it was, mine (`after`) and theirs. */
export type ConflictedPlace = ChangedPlace & { theirs: unknown }

/** The conflicts of a merge as rows. */
export function conflictedPlaces(conflicts: readonly MergeConflict[]): ConflictedPlace[] {
  return conflicts.flatMap(({ path, base, mine, theirs }) => {
    const others = new Map(takeApart(path, base, theirs).map((place) => [place.path, place]))
    const own = takeApart(path, base, mine).map((place) => {
      const other = others.get(place.path)
      others.delete(place.path)
      return { ...place, theirs: other?.after ?? null }
    })
    const rest = [...others.values()].map((place) => ({
      ...place,
      after: null,
      theirs: place.after,
    }))
    return [...own, ...rest]
  })
}

function placesIn(snapshot: ProposedSnapshot | null): Map<string, ChangedPlace> {
  const places = changedPlaces(snapshot ? changesBetween(null, snapshot) : [], true)
  return new Map(places.map((place) => [place.path, place]))
}

function takeApart(path: string, before: unknown, after: unknown): ChangedPlace[] {
  if (isNest(before) || isNest(after)) {
    const [was, is] = [isNest(before) ? before : {}, isNest(after) ? after : {}]
    // The database keeps no order of keys: the original's language comes first.
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    const place = (key: string) => (languages as readonly string[]).indexOf(key)
    return keys
      .sort((a, b) => place(a) - place(b))
      .flatMap((key) => takeApart(`${path}.${key}`, was[key] ?? null, is[key] ?? null))
  }
  const language = /\.(zh-Hant|zh-Hans|en)$/.exec(path)?.[1] as Language | undefined
  const place = language ? path.slice(0, -language.length - 1) : path
  return [{ path, key: place.replaceAll('.', '_'), language: language ?? null, before, after }]
}
