import { isDeepStrictEqual } from 'node:util'
import { isNest } from './values'

/** A place that two people changed to different things. `null` where it is absent. */
export type MergeConflict = { path: string; base: unknown; mine: unknown; theirs: unknown }

/**
 * Merges two changes of one thing, place by place. What only one side has changed is taken, and so is what
 * both have changed alike; what both have changed differently is a conflict, for which theirs is kept.
 * Objects are merged recursively; a passage (an object with a `body`) and a list are one place each.
 *
 * Laws, which a test checks: merge(base, base, x) = x; merge(base, x, base) = x; merge(base, x, x) = x, all
 * without conflicts; and except for conflicts the two sides are interchangeable.
 */
export function merge<Thing extends Record<string, unknown>>(
  base: Thing,
  mine: Thing,
  theirs: Thing,
): { merged: Thing; conflicts: MergeConflict[] } {
  const conflicts: MergeConflict[] = []
  const merged = mergeAt('', base, mine, theirs, conflicts) as Thing
  return { merged, conflicts }
}

const absent = undefined

function mergeAt(
  path: string,
  base: unknown,
  mine: unknown,
  theirs: unknown,
  conflicts: MergeConflict[],
): unknown {
  if (isDeepStrictEqual(mine, theirs)) return mine
  if (isDeepStrictEqual(base, mine)) return theirs
  if (isDeepStrictEqual(base, theirs)) return mine
  if (isNest(mine) && isNest(theirs) && (isNest(base) || base === absent || base === null)) {
    const was = isNest(base) ? base : {}
    const merged: Record<string, unknown> = {}
    for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
      const value = mergeAt(
        path ? `${path}.${key}` : key,
        was[key],
        mine[key],
        theirs[key],
        conflicts,
      )
      if (value !== absent) merged[key] = value
    }
    return merged
  }
  conflicts.push({ path, base: base ?? null, mine: mine ?? null, theirs: theirs ?? null })
  return theirs
}
