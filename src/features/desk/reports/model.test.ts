import { expect, test } from 'vitest'
import { projectStates } from '@/features/register/states/model/states'
import { countStates, fieldsInCharge, usualSince } from './model'

test.each([
  ['2026-11-24', '2026-08-24'],
  ['2026-01-15', '2025-10-15'],
  ['2026-03-01', '2025-12-01'],
  ['2026-05-31', '2026-02-28'],
  ['2024-05-31', '2024-02-29'],
])('as at %s the changes are told from %s, unless a day is named', (today, since) => {
  expect(usualSince(today)).toBe(since)
})

test('whoever has no field assigned is in charge of everything', () => {
  expect(fieldsInCharge({ fields: [] })).toBeNull()
  expect(fieldsInCharge({ fields: ['6-4'] })).toEqual(['6-4'])
})

test('states are counted in their order, empty ones left out', () => {
  const items = (['ongoing', 'not_reported', 'ongoing'] as const).map((state) => ({ state }))
  expect(countStates(projectStates, items)).toEqual([
    { state: 'not_reported', count: 1 },
    { state: 'ongoing', count: 2 },
  ])
})
