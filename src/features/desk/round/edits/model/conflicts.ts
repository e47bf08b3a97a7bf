import type { FormValues } from '@/features/desk/round/submissions/model/form-fields'
import type { EditableKind } from '@/features/register/subjects/model/kinds'
import { type MergeConflict, merge } from '@/features/register/subjects/model/merge'
import { editableOf, type ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import { isLanguage } from '@/i18n/language'
import type { EditContent } from './edit'
import { inputOf, valuesOf } from './form-values'

/** The field of the form that asks whose wording of a place is to stand. */
export function choiceField(path: string): string {
  return `choice.${path}`
}

/** The places of which the officer has not said whose is to stand, by their fields. */
export function unsettled(
  conflicts: readonly MergeConflict[],
  values: Readonly<FormValues>,
): string[] {
  return conflicts.flatMap(({ path }) =>
    ['mine', 'theirs'].includes(values[choiceField(path)] ?? '') ? [] : [choiceField(path)],
  )
}

/**
 * The fields of the form once the officer has chosen: all that either has changed, and where both have, what
 * was chosen. They speak of the version that the choice was made against, so that saving again goes on it.
 */
export function settledValues(
  kind: EditableKind,
  { base, mine, live }: { base: ProposedSnapshot; mine: EditContent; live: ProposedSnapshot },
  liveVersion: number,
  values: Readonly<FormValues>,
): FormValues {
  const { merged, conflicts } = merge(editableOf(base), mine.snapshot, editableOf(live))
  let snapshot: ProposedSnapshot = merged
  for (const conflict of conflicts) {
    if (values[choiceField(conflict.path)] !== 'mine') continue
    snapshot = withPlace(snapshot, conflict.path.split('.'), conflict.mine) as ProposedSnapshot
  }
  const settled = valuesOf(
    inputOf(kind, values.reference || null, liveVersion, snapshot, mine.newSources),
  )
  const kept = Object.entries(values).filter(([name]) =>
    /^(replaces$|correction\.|back$|texts\..+\.(checked|proposed)$)/.test(name),
  )
  return { ...settled, ...Object.fromEntries(kept) }
}

/** The thing with another value at a place; `null` takes the place away. */
function withPlace(thing: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value
  const { [key]: inner, ...others } = (thing ?? {}) as Record<string, unknown>
  const changed = withPlace(inner, rest, value)
  // A fact may be null; a passage that is not there is no key at all.
  return changed === null && rest.length === 0 && isLanguage(key)
    ? others
    : { ...others, [key]: changed }
}
