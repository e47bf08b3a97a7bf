import { expect, test } from 'vitest'
import { assertionsFor, problemsOf, problemsOfAssertion } from './rules'

const blank = { 'zh-Hant': '', 'zh-Hans': '', en: '' }
const stated = {
  state: 'in_progress' as const,
  asOf: '2026-01-31',
  reason: blank,
  citations: [{ source: 'caixin', quote: 'words', locator: '' }],
}
const item = {
  state: 'in_progress' as const,
  liveAsOf: '2025-06-01',
  liveCited: [] as Parameters<typeof problemsOf>[1]['liveCited'],
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
  const withdrawal = { ...stated, state: 'not_reported' as const, citations: [] }
  expect(codes(withdrawal, item, '2026-01-31')).toEqual(['citation_required'])
  const silent = { ...item, state: 'not_reported' as const, liveAsOf: null }
  expect(codes(withdrawal, silent, '2026-01-31')).toEqual([])
})

test('a citation says where in the source; a reason in any language will do', () => {
  const vague = { ...stated, citations: [{ source: 'caixin', quote: '', locator: '' }] }
  expect(codes(vague, item, '2026-01-31')).toEqual(['quote_or_locator'])
  // One that is public without a place is no obstacle to another change.
  expect(codes(vague, { ...item, liveCited: vague.citations }, '2026-01-31')).toEqual([])
  const behind = { ...stated, state: 'behind' as const }
  expect(codes(behind, item, '2026-01-31')).toEqual(['reason_required'])
  expect(codes({ ...behind, reason: { ...blank, en: 'Why' } }, item, '2026-01-31')).toEqual([])
})

test('a quote does not follow when the source alone is exchanged; beside the old citation, or corrected, it may', () => {
  const live = { ...item, liveCited: stated.citations }
  const other = { source: 'hkma', quote: 'words', locator: '' }
  const exchanged = { ...stated, citations: [other] }
  expect(problemsOf(exchanged, live, '2026-01-31')).toEqual([
    { field: 'citations.0.quote', code: 'quote_of_another' },
  ])
  const fromNew = { ...stated, citations: [{ ...other, source: '' }] }
  expect(codes(fromNew, live, '2026-01-31')).toEqual(['quote_of_another'])
  const beside = { ...stated, citations: [...stated.citations, other] }
  expect(codes(beside, live, '2026-01-31')).toEqual([])
  expect(codes(exchanged, live, '2026-01-31', { isCorrection: true })).toEqual([])
})

test('of every assertion, an officer is offered and allowed what their own side may say', () => {
  const sides = ['HK', 'SH']
  const every = ['hk_side', 'sh_side', 'both_sides', 'press', 'editor', 'qx_side']
  for (const side of ['HK', 'SH', 'QX']) {
    const offered = assertionsFor({ side, isRegisterEditor: true }, { sides, assertedBy: null })
    const allowed = every.filter(
      (one) => problemsOfAssertion(one, { sides, officerSide: side }).length === 0,
    )
    expect([...offered].sort()).toEqual([...allowed].sort())
    expect(offered.includes('hk_side')).toBe(side === 'HK')
    expect(offered.includes('both_sides')).toBe(side !== 'QX')
  }
  const ofField = { side: 'HK', isRegisterEditor: false }
  expect(assertionsFor(ofField, { sides, assertedBy: 'press' })).not.toContain('editor')
  expect(assertionsFor(ofField, { sides, assertedBy: 'editor' })).toContain('editor')
})
