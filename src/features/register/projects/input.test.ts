import fc from 'fast-check'
import { expect, test } from 'vitest'
import { projectStates } from '../states/model/states'
import { type ProjectFilter, readProjectFilter, withoutFilter, writeProjectFilter } from './input'

const reference = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/)
const filters = fc
  .record(
    {
      q: fc.string({ minLength: 1, maxLength: 60 }).map((q) => `滬${q}港`),
      conference: reference,
      field: reference,
      state: fc.constantFrom(...projectStates),
      itemised: fc.constantFrom('no' as const, 'all' as const),
      side: fc.constantFrom('HK' as const, 'SH' as const),
      party: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
      sort: fc.constantFrom('as_of' as const, 'revised' as const),
      after: reference,
    },
    { requiredKeys: [] },
  )
  .map((filter): ProjectFilter => filter)

test('a filter written into an address and read from it is the same filter', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const address = new URLSearchParams(writeProjectFilter(filter))
      expect(readProjectFilter(Object.fromEntries(address))).toEqual(filter)
    }),
  )
})

test('whatever an address holds, reading it is no error, and what is read can be written', () => {
  const value = fc.option(fc.oneof(fc.string(), fc.array(fc.string())), { nil: undefined })
  const keys = fc.constantFrom('q', 'field', 'state', 'itemised', 'side', 'party', 'sort', 'after')
  fc.assert(
    fc.property(fc.dictionary(keys, value), (params) => {
      const filter = readProjectFilter(params)
      expect(readProjectFilter(writeProjectFilter(filter))).toEqual(filter)
    }),
  )
})

test('a bad value is dropped and the good ones stay', () => {
  const filter = readProjectFilter({
    q: '  沪港 ',
    state: 'nearly_done',
    field: '6-4',
    side: 'hk',
    itemised: '',
    sort: ['revised', 'as_of'],
    utm_source: 'x',
  })
  expect(filter).toEqual({ q: '沪港', field: '6-4', sort: 'revised' })
})

test('taking one condition away begins the list anew', () => {
  const filter: ProjectFilter = { field: '6-4', state: 'ongoing', after: '6-4.2' }
  expect(withoutFilter(filter, 'state')).toEqual({ field: '6-4' })
})
