import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstDayOf, isMonth, lastDayOf, latestOf } from './dates'
import { formatDate } from './formats'
import { languages } from './language'

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10))
const month = day.map((one) => one.slice(0, 7))

test('a month is from its first day to its last, and no day of another month', () => {
  fc.assert(
    fc.property(month, day, (one, other) => {
      const [first, last] = [firstDayOf(one), lastDayOf(one)]
      expect(isMonth(one)).toBe(true)
      expect([first, last].map((end) => end.slice(0, 7))).toEqual([one, one])
      const isWithin = first <= other && other <= last
      expect(isWithin).toBe(other.startsWith(one))
    }),
  )
  expect(['2024-02', '2025-02', '2025-12'].map(lastDayOf)).toEqual([
    '2024-02-29',
    '2025-02-28',
    '2025-12-31',
  ])
})

test('a day is itself', () => {
  fc.assert(
    fc.property(day, (one) => {
      expect([isMonth(one), firstDayOf(one), lastDayOf(one)]).toEqual([false, one, one])
    }),
  )
  for (const none of ['2025', '2025-00', '2025-13', '2025-9', '2025-09-', '']) {
    expect(isMonth(none), none).toBe(false)
  }
})

test('the latest is the one that ends last, a month after its days', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(day, month, fc.constant(null))), (dates) => {
      const latest = latestOf(dates)
      const known = dates.flatMap((date) => date ?? [])
      expect(latest === null).toBe(known.length === 0)
      for (const one of known) expect(lastDayOf(one) <= lastDayOf(latest ?? ''), one).toBe(true)
      if (latest !== null) expect(known).toContain(latest)
    }),
  )
  expect(latestOf(['2025-09', '2025-09-30'])).toBe('2025-09')
  expect(latestOf(['2025-09', '2025-10-01', null])).toBe('2025-10-01')
})

test('in words there is no day that was not given', () => {
  const words = (date: string) => languages.map((language) => formatDate(date, language))
  expect(words('2025-09')).toEqual(['2025年9月', '2025年9月', 'September 2025'])
  expect(words('2025-09-18')).toEqual(['2025年9月18日', '2025年9月18日', '18 September 2025'])
})
