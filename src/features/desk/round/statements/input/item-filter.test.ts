import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentStates, projectStates } from '@/features/register/states/model/states'
import { type ItemFilter, itemFilter, itemSorts } from './item-filter'

const filters: fc.Arbitrary<ItemFilter> = fc.record(
  {
    q: fc.string({ minLength: 1, maxLength: 40 }).filter((q) => q.trim() === q && q !== ''),
    state: fc.constantFrom(...projectStates, ...documentStates),
    field: fc.constantFrom('6-4', '6-15', 'sz-1-2'),
    kind: fc.constantFrom('project' as const, 'document' as const),
    news: fc.constant('none' as const),
    texts: fc.constant('stale' as const),
    slots: fc.constantFrom('only' as const, 'all' as const),
    sort: fc.constantFrom(...itemSorts),
    page: fc.integer({ min: 2, max: 10_000 }),
  },
  { requiredKeys: [] },
)

test('what is written to an address is read from it again', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(itemFilter.read(itemFilter.write(filter))).toEqual(filter)
    }),
  )
})

test('bad values are dropped, never an error', () => {
  expect(
    itemFilter.read({
      q: '   ',
      state: 'finished',
      field: '../etc',
      kind: ['document', 'project'],
      news: 'some',
      slots: '',
      page: '-3',
      show: 'drafts',
    }),
  ).toEqual({ kind: 'document' })
  expect(itemFilter.read({ page: '1' })).toEqual({})
})

test('taking a condition away leaves the others and begins at the first page', () => {
  fc.assert(
    fc.property(filters, fc.constantFrom(...itemFilter.conditions), (filter, key) => {
      const { page: _, [key]: __, ...rest } = filter
      expect(itemFilter.without(filter, key)).toEqual(rest)
    }),
  )
})
