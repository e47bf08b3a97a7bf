import { type Cells, type EditableColumn, isCitationColumn, isOwn } from './columns'
import { isConverted } from './proposal'
import type { LoggedItem } from './rows'
import type { Warning } from './spreadsheet'

/**
 * Warnings about a row that would change: nothing here breaks a rule, but each has been a mistake in
 * somebody's spreadsheet.
 * @param isMoved whether the item has been changed since the file was downloaded.
 */
export function warningsOn(
  live: LoggedItem,
  { mine, merged, isMoved }: { mine: Partial<Cells>; merged: Cells; isMoved: boolean },
): Warning[] {
  const { statement } = live.snapshot
  const changed = Object.keys(mine) as EditableColumn[]
  const changes = (...columns: EditableColumn[]) =>
    columns.some((column) => changed.includes(column))
  const warnings: Warning[] = []
  if (isMoved) warnings.push('others_changed')
  if (changes('state', 'asOf') && !changed.some(isCitationColumn) && merged.source !== '') {
    warnings.push('same_source')
  }
  const states = changed.some((column) => !isOwn(column))
  if (states && (statement?.citations.length ?? 0) > 1) warnings.push('other_sources')
  const parts = ['title', 'text', 'note', 'reason'] as const
  const original = parts.filter((part) => changes(`${part}.zh-Hant`))
  if (original.some((part) => isLeftBehind(part, merged, changed, live))) {
    warnings.push('translation_left')
  }
  if (original.some((part) => !changes(`${part}.zh-Hans`) && isConverted(live, merged, part))) {
    warnings.push('converted')
  }
  return warnings
}

/** Whether a passage has a text in another language that stayed while the Traditional one changed. */
function isLeftBehind(
  part: 'title' | 'text' | 'note' | 'reason',
  merged: Cells,
  changed: readonly EditableColumn[],
  live: LoggedItem,
): boolean {
  if (merged[`${part}.en`] !== '' && !changed.includes(`${part}.en`)) return true
  return (
    merged[`${part}.zh-Hans`] !== '' &&
    !changed.includes(`${part}.zh-Hans`) &&
    !isConverted(live, merged, part)
  )
}
