import { type Language, languages } from '../../../i18n/language'
import type { Change } from '../model'

/** One row of a difference. `key` names the place in messages `revisions.places`. */
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
    .filter(({ after }) => !isFirst || !isEmpty(after))
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

/** An object that holds places of its own, unlike a passage. */
function isNest(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('body' in value)
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}
