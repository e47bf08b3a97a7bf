import { expect, test } from 'vitest'
import { formatUntil, hongKongLocal } from './formats'

test('a moment is typed by the clock of Hong Kong, whatever the zone of the machine', () => {
  expect(hongKongLocal('2026-11-30T16:05:59.000Z')).toBe('2026-12-01T00:05')
})

test.each([
  ['2026-12-01T10:30:00Z', '30 分鐘後', 'in 30 minutes'],
  ['2026-12-01T15:10:00Z', '5 小時後', 'in 5 hours'],
  ['2026-12-04T10:00:00Z', '3 日後', 'in 3 days'],
  ['2026-12-01T09:00:00Z', '0 分鐘後', 'in 0 minutes'],
])('until %s it is %s', (to, traditional, english) => {
  const from = '2026-12-01T10:00:00Z'
  expect(formatUntil(from, to, 'zh-Hant')).toBe(traditional)
  expect(formatUntil(from, to, 'en')).toBe(english)
})
