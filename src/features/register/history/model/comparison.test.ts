import { expect, test } from 'vitest'
import type { ShownRevision } from '@/features/register/log/model'
import { endOf } from './comparison'

const revision = (number: number, recordedAt: string) =>
  ({ revision: number, recordedAt }) as ShownRevision
const revisions = [
  revision(3, '2026-11-30T15:59:59.000Z'),
  revision(2, '2026-11-30T02:00:00.000Z'),
  revision(1, '2026-11-29T16:00:00.000Z'),
]
const end = (asked: string) => {
  const { revision: found, problem, isDay } = endOf(asked, revisions, '2026-12-02')
  return [found?.revision ?? problem, isDay]
}

test('a number is a revision of the subject, a day the latest published by its end in Hong Kong', () => {
  expect(['1', '2', '3'].map(end)).toEqual([
    [1, false],
    [2, false],
    [3, false],
  ])
  expect(end('2026-11-30')).toEqual([3, true])
  expect(end('2026-12-02')).toEqual([3, true])
})

test('what is neither, is not there, is to come or lies before the first says so', () => {
  expect(['4', '0', 'soon', '2026-13-01', '1.5'].map(end)).toEqual([
    ['unknown', false],
    ['unreadable', false],
    ['unreadable', false],
    ['unreadable', false],
    ['unreadable', false],
  ])
  expect(end('2026-12-03')).toEqual(['future', true])
  expect(end('2026-11-29')).toEqual(['before_first', true])
})
