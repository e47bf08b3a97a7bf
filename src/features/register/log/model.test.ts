import { expect, test } from 'vitest'
import { correctionsIn, type ShownRevision } from './model'

test('corrections are told apart by whether they were made within a year', () => {
  const revision = (number: number, recordedAt: string, corrects: number | null) =>
    ({ number, recordedAt, corrects }) as ShownRevision
  const { recent, older } = correctionsIn(
    [
      revision(9, '2026-11-01T00:00:00.000Z', 8),
      revision(8, '2026-10-01T00:00:00.000Z', null),
      revision(7, '2025-11-24T10:00:00.000Z', 6),
      revision(6, '2025-11-24T09:59:59.000Z', 5),
    ],
    '2026-11-24T10:00:00.000Z',
  )
  expect(recent.map(({ number }) => number)).toEqual([9, 7])
  expect(older.map(({ number }) => number)).toEqual([6])
})
