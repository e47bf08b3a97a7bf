import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languages } from '@/i18n/language'
import { type ReportFilter, readReportFilter, scopeChoice, writeReportFilter } from './input'

const reference = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/)
const scope = fc.oneof(
  fc.record({ conference: reference }),
  fc.record({ field: reference }),
  fc.constant({ mine: '1' as const }),
  fc.constant({}),
)
const since = fc
  .date({
    min: new Date('2003-01-01T00:00:00Z'),
    max: new Date('2099-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10))
const filters = fc
  .tuple(
    scope,
    fc.record(
      { since, language: fc.constantFrom(...languages), entered: fc.constant('1' as const) },
      { requiredKeys: [] },
    ),
  )
  .map(([covers, rest]): ReportFilter => ({ ...covers, ...rest }))

test('a filter written into an address and read from it is the same filter', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const address = new URLSearchParams(writeReportFilter(filter))
      expect(readReportFilter(Object.fromEntries(address))).toEqual(filter)
    }),
  )
})

test('whatever an address holds, reading it is no error, and what is read can be written', () => {
  const value = fc.option(fc.oneof(fc.string(), fc.array(fc.string())), { nil: undefined })
  const keys = fc.constantFrom(
    ...(['conference', 'field', 'mine', 'since', 'language', 'entered', 'of'] as const),
  )
  fc.assert(
    fc.property(fc.dictionary(keys, value), (params) => {
      const filter = readReportFilter(params)
      expect(readReportFilter(writeReportFilter(filter))).toEqual(filter)
    }),
  )
})

test.each([
  ['2026-02-30', undefined],
  ['2025-02-29', undefined],
  ['2024-02-29', '2024-02-29'],
  ['26/4/2024', undefined],
  ['', undefined],
])('since %s is %s', (asked, read) => {
  expect(readReportFilter({ since: asked }).since).toBe(read)
})

test('bad values are dropped and the good ones stay', () => {
  expect(
    readReportFilter({
      conference: ['6', '5'],
      field: '../6',
      mine: 'yes',
      language: 'fr',
      entered: '',
      since: '2026-01-01',
      utm_source: 'x',
    }),
  ).toEqual({ conference: '6', since: '2026-01-01' })
})

test('of several scopes the narrowest stays', () => {
  expect(readReportFilter({ conference: '6', field: '6-4', mine: '1' })).toEqual({ field: '6-4' })
  expect(readReportFilter({ conference: '6', mine: '1' })).toEqual({ mine: '1' })
})

test("the form's list of scopes stands for the parameter that it names", () => {
  fc.assert(
    fc.property(scope, (covers) => {
      const filter: ReportFilter = covers
      const of = scopeChoice(filter)
      expect(readReportFilter({ of, conference: '9', language: 'en' })).toEqual(
        Object.keys(filter).length > 0
          ? { ...filter, language: 'en' }
          : { conference: '9', language: 'en' },
      )
    }),
  )
  expect(readReportFilter({ of: 'since 2026-01-01' })).toEqual({})
})
