import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cells, type EditableColumn, editableColumns } from './columns'
import { columnsOf, compareRow } from './compare'
import type { Place } from './spreadsheet'

// Few words, so that two people often write the same or touch the same cell.
const word = fc.constantFrom('', 'a', 'b', '滬', '港')
const row = fc.record(
  Object.fromEntries(editableColumns.map((column) => [column, word])) as Record<
    EditableColumn,
    typeof word
  >,
) as fc.Arbitrary<Cells>
/** What one person does to a row: new words in some cells. */
const edits = fc.dictionary(fc.constantFrom(...editableColumns), word, { maxKeys: 8 })

const placeOf = (column: EditableColumn): Place =>
  (['citation', 'details.citation'] as const).find((place) => columnsOf(place).includes(column)) ??
  (column as Place)

test('of two people’s changes no cell is lost: each is mine, theirs, or a conflict that names it', () => {
  fc.assert(
    fc.property(row, edits, edits, (base, mine, theirs) => {
      const live = { ...base, ...theirs } as Cells
      const { merged, conflicts } = compareRow('6-4.2', { base, mine, live }, {})
      const named = conflicts.map(({ place }) => place)
      for (const column of editableColumns) {
        const written = ({ ...base, ...mine } as Cells)[column]
        if (named.includes(placeOf(column))) {
          const conflict = conflicts.find(({ place }) => place === placeOf(column))
          const at = columnsOf(placeOf(column)).indexOf(column)
          expect(conflict?.mine[at]).toBe(written)
          expect(conflict?.theirs[at]).toBe(live[column])
          expect(merged[column]).toBe(live[column])
          continue
        }
        const iChanged = written !== base[column]
        const theyChanged = live[column] !== base[column]
        if (iChanged) expect(merged[column]).toBe(written)
        if (theyChanged) expect(merged[column]).toBe(live[column])
        if (!iChanged && !theyChanged) expect(merged[column]).toBe(base[column])
      }
    }),
  )
})

test('different cells both win', () => {
  fc.assert(
    fc.property(row, edits, edits, (base, mine, theirs) => {
      const places = new Set(Object.keys(mine).map((column) => placeOf(column as EditableColumn)))
      const apart = Object.fromEntries(
        Object.entries(theirs).filter(([column]) => !places.has(placeOf(column as EditableColumn))),
      )
      const live = { ...base, ...apart } as Cells
      const { merged, conflicts } = compareRow('6-4.2', { base, mine, live }, {})
      expect(conflicts).toEqual([])
      expect(merged).toEqual({ ...live, ...mine })
    }),
  )
})

test('a choice of mine or theirs settles every conflict as chosen', () => {
  fc.assert(
    fc.property(row, edits, edits, fc.constantFrom('mine', 'theirs'), (base, mine, theirs, all) => {
      const live = { ...base, ...theirs } as Cells
      const { conflicts } = compareRow('6-4.2', { base, mine, live }, {})
      const decisions = Object.fromEntries(conflicts.map(({ place }) => [`6-4.2 ${place}`, all]))
      const decided = compareRow('6-4.2', { base, mine, live }, decisions as never)
      for (const conflict of decided.conflicts) {
        expect(conflict.decision).toBe(all)
        for (const [at, column] of columnsOf(conflict.place).entries()) {
          expect(decided.merged[column]).toBe(conflict[all][at])
        }
      }
    }),
  )
})

test('a file that nobody edited changes nothing, whatever is published meanwhile', () => {
  fc.assert(
    fc.property(row, row, (base, live) => {
      expect(compareRow('6-4.2', { base, mine: base, live }, {})).toEqual({
        merged: live,
        conflicts: [],
      })
      expect(compareRow('6-4.2', { base, mine: {}, live }, {}).merged).toEqual(live)
    }),
  )
})

test('a quote is not put under another’s source', () => {
  const base = Object.fromEntries(editableColumns.map((column) => [column, ''])) as Cells
  const { merged, conflicts } = compareRow(
    '6-4.2',
    {
      base: { ...base, source: 's1', quote: 'q1' },
      mine: { quote: 'q2' },
      live: { ...base, source: 's2', quote: 'q1' },
    },
    {},
  )
  expect(conflicts.map(({ place }) => place)).toEqual(['citation'])
  expect([merged.source, merged.quote]).toEqual(['s2', 'q1'])
})
