import fc from 'fast-check'
import { expect, test } from 'vitest'
import { projectStates } from '../states/model/states'
import { type ProjectFilter, projectFilter, readProgramFilter, writeProgramFilter } from './input'

const reference = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/)
const filters = fc
  .record(
    {
      q: fc.string({ minLength: 1, maxLength: 60 }).map((q) => `滬${q}港`),
      conference: reference,
      field: reference,
      state: fc.constantFrom(...projectStates),
      itemised: fc.constantFrom('yes' as const, 'no' as const),
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
      const address = new URLSearchParams(projectFilter.write(filter))
      expect(projectFilter.read(Object.fromEntries(address))).toEqual(filter)
    }),
  )
})

test('whatever an address holds, reading it is no error, and what is read can be written', () => {
  const value = fc.option(fc.oneof(fc.string(), fc.array(fc.string())), { nil: undefined })
  const keys = fc.constantFrom('q', 'field', 'state', 'itemised', 'side', 'party', 'sort', 'after')
  fc.assert(
    fc.property(fc.dictionary(keys, value), (params) => {
      const filter = projectFilter.read(params)
      expect(projectFilter.read(projectFilter.write(filter))).toEqual(filter)
    }),
  )
})

test('a bad value is dropped and the good ones stay', () => {
  const filter = projectFilter.read({
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
  expect(projectFilter.without(filter, 'state')).toEqual({ field: '6-4' })
})

test('an old address that asked for all of them still does', () => {
  expect(projectFilter.read({ field: '6-4', itemised: 'all' })).toEqual({ field: '6-4' })
  expect(projectFilter.read({ itemised: 'maybe' })).toEqual({})
})

test('programs are answered as they always were: the itemised, unless they say otherwise', () => {
  expect(readProgramFilter({})).toEqual({ itemised: 'yes' })
  expect(readProgramFilter({ itemised: 'maybe' })).toEqual({ itemised: 'yes' })
  expect(readProgramFilter({ itemised: 'no' })).toEqual({ itemised: 'no' })
  expect(readProgramFilter({ itemised: ['all', 'no'] })).toEqual({})
  expect(writeProgramFilter({ itemised: 'yes' })).toEqual({})
  fc.assert(
    fc.property(filters, (filter) => {
      expect(readProgramFilter(writeProgramFilter(filter))).toEqual(filter)
    }),
  )
})
