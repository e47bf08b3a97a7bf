import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { cities } from '~/tests/support/register/cities'
import {
  isWithoutNews,
  lastConfirmed,
  monthsSince,
  newsCountsFrom,
  newsDay,
  type Stance,
  stancesOf,
  standsBy,
} from './statements'

test('months are whole ones', () => {
  expect(monthsSince('2026-01-31', '2026-02-28')).toBe(0)
  expect(monthsSince('2026-01-15', '2026-02-15')).toBe(1)
  expect(monthsSince('2024-04-26', '2026-01-25')).toBe(20)
  expect(monthsSince('2026-02-01', '2026-01-01')).toBe(0)
})

test('what is stated of today on old evidence is as old as its evidence', () => {
  const on = (...days: (string | null)[]) =>
    newsDay({
      asOf: '2026-11-30',
      citations: days.map((publishedOn) => ({ source: { publishedOn } })),
    })
  expect(on('2024-05-01', '2025-06-18')).toBe('2025-06-18')
  expect(on('2026-12-05')).toBe('2026-11-30')
  // What has no date may be of today.
  expect(on('2024-05-01', null)).toBe('2026-11-30')
  expect(on()).toBe('2026-11-30')
})

test('nine months without a word is without news', () => {
  expect(isWithoutNews(null, '2026-01-01')).toBe(true)
  expect(isWithoutNews('2025-04-01', '2026-01-01')).toBe(false)
  expect(isWithoutNews('2025-04-01', '2026-01-02')).toBe(true)
  expect(isWithoutNews('2025-05-31', '2026-02-28')).toBe(false)
  expect(isWithoutNews('2025-05-31', '2026-03-01')).toBe(true)
})

test('news counts from the day before which there is none', () => {
  const days = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
    .map((moment) => moment.toISOString().slice(0, 10))
  const dayBefore = (day: string) =>
    new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
  fc.assert(
    fc.property(days, (today) => {
      const from = newsCountsFrom(today)
      expect(isWithoutNews(from, today)).toBe(false)
      expect(isWithoutNews(dayBefore(from), today)).toBe(true)
    }),
    { numRuns: 500 },
  )
  for (const today of ['2025-11-30', '2024-11-30', '2025-11-29', '2025-02-28', '2025-05-31']) {
    expect(isWithoutNews(dayBefore(newsCountsFrom(today)), today)).toBe(true)
  }
})

describe('how the sides stand to a statement', () => {
  const said = (side: string, stance: Stance, at = '2025-06-01T00:00:00.000Z') => ({
    side,
    stance,
    at,
    revision: null,
  })
  const stances = (...words: ReturnType<typeof said>[]) =>
    stancesOf(cities, words).map(({ stance }) => stance)

  it('is what its own officers last said, or silence', () => {
    expect(stances()).toEqual(['silent', 'silent'])
    expect(stances(said('HK', 'confirms'))).toEqual(['confirms', 'silent'])
    expect(stances(said('SH', 'asserts'), said('HK', 'differs'))).toEqual(['differs', 'asserts'])
  })

  it('is a tick for a word that stands, and for no other', () => {
    const ticks = [
      'asserts',
      'confirms',
      'differs',
      'confirmed_earlier',
      'withdrawn',
      'silent',
    ] as const
    expect(ticks.filter(standsBy)).toEqual(['asserts', 'confirms'])
  })

  it('was last confirmed when the later of them did so', () => {
    expect(lastConfirmed([said('HK', 'differs')])).toBeNull()
    const [early, late] = ['2025-06-01T00:00:00.000Z', '2025-07-01T00:00:00.000Z']
    expect(lastConfirmed([said('HK', 'confirms', late), said('SH', 'confirms', early)])).toBe(late)
  })
})
