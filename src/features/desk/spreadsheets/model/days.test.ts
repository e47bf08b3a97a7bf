import { expect, test } from 'vitest'
import { readDay } from './days'

test.each([
  ['2024-04-26'],
  ['2024-4-26'],
  ['2024/4/26'],
  ['2024.04.26'],
  ['20240426'],
  ['2024年4月26日'],
  ['２０２４年４月２６日'],
  ['2024 年 4 月 26 日'],
  ['26 April 2024'],
  ['26 Apr 2024'],
  ['26-Apr-2024'],
  ['26th April, 2024'],
  ['April 26, 2024'],
  ['26/4/2024'],
  ['4/26/2024'],
  [' 2024-04-26 '],
  ['2024-04-26 00:00:00'],
  ['2024-04-26T00:00:00.000Z'],
])('%j is 26 April 2024', (text) => {
  expect(readDay(text, '')).toEqual({ day: '2024-04-26' })
})

test.each([
  [''],
  ['soon'],
  ['2024-02-30'],
  ['2023-02-29'],
  ['31/4/2024'],
  ['26 Brumaire 2024'],
  ['26/4/24'],
  ['2024-04'],
  ['45408'],
])('%j is no day', (text) => {
  expect(readDay(text, '2024-04-26')).toEqual({ problem: 'not_a_day' })
})

test('which of two days is meant is known only by what stood there', () => {
  expect(readDay('4/3/2025', '')).toEqual({ problem: 'ambiguous_day' })
  expect(readDay('4/3/2025', '2025-03-04')).toEqual({ day: '2025-03-04' })
  expect(readDay('4/3/2025', '2025-04-03')).toEqual({ day: '2025-04-03' })
  expect(readDay('4/4/2025', '')).toEqual({ day: '2025-04-04' })
})
