import { expect, test } from 'vitest'
import { problemsOf } from './rules'

const blank = { 'zh-Hant': '', 'zh-Hans': '', en: '' }
const stated = {
  state: 'in_progress' as const,
  asOf: '2026-01-31',
  reason: blank,
  citation: { quote: 'words', locator: '' },
}
const item = {
  state: 'in_progress' as const,
  liveAsOf: '2025-06-01',
  conferenceDay: '2024-04-26',
}
const codes = (...given: Parameters<typeof problemsOf>) =>
  problemsOf(...given).map(({ code }) => code)

test('a statement with its evidence stands', () => {
  expect(problemsOf(stated, item, '2026-01-31')).toEqual([])
})

test('a day is neither in the future nor before the conference nor before the live statement', () => {
  expect(codes({ ...stated, asOf: '2026-02-01' }, item, '2026-01-31')).toEqual(['future_day'])
  expect(codes({ ...stated, asOf: '2024-04-25' }, item, '2026-01-31')).toEqual([
    'before_conference',
  ])
  expect(codes({ ...stated, asOf: '2025-05-31' }, item, '2026-01-31')).toEqual(['before_live'])
  expect(codes({ ...stated, asOf: '2025-06-01' }, item, '2026-01-31')).toEqual([])
})

test('to withdraw a state that rests on a source takes a source', () => {
  const withdrawal = { ...stated, state: 'not_reported' as const, citation: null }
  expect(codes(withdrawal, item, '2026-01-31')).toEqual(['citation_required'])
  const silent = { ...item, state: 'not_reported' as const, liveAsOf: null }
  expect(codes(withdrawal, silent, '2026-01-31')).toEqual([])
})

test('a citation says where in the source; a reason in any language will do', () => {
  const vague = { ...stated, citation: { quote: '', locator: '' } }
  expect(codes(vague, item, '2026-01-31')).toEqual(['quote_or_locator'])
  const behind = { ...stated, state: 'behind' as const }
  expect(codes(behind, item, '2026-01-31')).toEqual(['reason_required'])
  expect(codes({ ...behind, reason: { ...blank, en: 'Why' } }, item, '2026-01-31')).toEqual([])
})
