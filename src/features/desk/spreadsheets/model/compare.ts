import { merge } from '@/features/register/subjects/model/merge'
import type { Decisions } from '../input'
import {
  type Cells,
  citationColumns,
  detailsCitationColumns,
  type EditableColumn,
  editableColumns,
  isCitationColumn,
  isDetailsCitationColumn,
} from './columns'
import { type Conflict, decisionKey, type Place } from './spreadsheet'

/** A row as it would stand, and where two people have changed it to different things. */
export type Compared = { merged: Cells; conflicts: Conflict[] }

/**
 * Merges what an officer changed in a row with what has been published since, by the rules of `merge` in
 * register/subjects: each cell is a place; a citation, which is a source and where in it, is one place.
 *
 * @param base the row as it was downloaded.
 * @param mine the cells of the file; a column that it leaves out is as in `base`.
 * @param live the row as it is published now.
 */
export function compareRow(
  reference: string,
  { base, mine, live }: { base: Cells; mine: Partial<Cells>; live: Cells },
  decisions: Decisions,
): Compared {
  const asked = placesOf({ ...base, ...mine })
  const { merged, conflicts } = merge(placesOf(base), asked, placesOf(live))
  const named = conflicts.map(({ path, base, mine, theirs }): Conflict => {
    const place = path as Place
    const decision = decisions[decisionKey(reference, place)] ?? null
    // A conflict keeps the published value.
    if (decision === 'mine') merged[place] = mine
    return { place, base: listed(base), mine: listed(mine), theirs: listed(theirs), decision }
  })
  return { merged: cellsIn(merged), conflicts: named }
}

/** The columns of which several are one place. */
const citations = {
  citation: citationColumns,
  'details.citation': detailsCitationColumns,
} as const satisfies Partial<Record<Place, readonly EditableColumn[]>>

/** The columns of a place. */
export function columnsOf(place: Place): readonly EditableColumn[] {
  return isCitation(place) ? citations[place] : [place]
}

/** Whether a place is a citation, which is told cell by cell. */
export function isCitation(place: Place): place is keyof typeof citations {
  return place in citations
}

/** The editable columns in which two rows differ. */
export function differingColumns(one: Cells, other: Cells): EditableColumn[] {
  return editableColumns.filter((column) => one[column] !== other[column])
}

type Places = Record<string, unknown>

function placesOf(cells: Cells): Places {
  const places: Places = {}
  for (const [place, columns] of Object.entries(citations)) {
    places[place] = columns.map((column) => cells[column])
  }
  for (const column of editableColumns) if (isAlone(column)) places[column] = cells[column]
  return places
}

function cellsIn(places: Places): Cells {
  const alone = editableColumns
    .filter(isAlone)
    .map((column) => [column, String(places[column] ?? '')])
  const cited = Object.entries(citations).flatMap(([place, columns]) => {
    const texts = listed(places[place])
    return columns.map((column, index) => [column, texts[index] ?? ''])
  })
  return Object.fromEntries([...alone, ...cited]) as Cells
}

function isAlone(column: EditableColumn): boolean {
  return !isCitationColumn(column) && !isDetailsCitationColumn(column)
}

function listed(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [String(value ?? '')]
}
