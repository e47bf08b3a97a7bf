import { expect, test } from 'vitest'
import { problemOfRelease, releaseInput } from './input'

test('a release is at a minute of the Hong Kong clock, to come, and has a title', () => {
  const at = new Date('2026-12-01T02:00:00Z')
  const problem = (typed: unknown) => problemOfRelease(releaseInput.safeParse(typed), at)
  expect(releaseInput.parse({ at: '2026-12-01T10:01', title: ' 簽署儀式 ' })).toEqual({
    at: new Date('2026-12-01T02:01:00Z'),
    title: '簽署儀式',
  })
  expect(problem({ at: '2026-12-01T10:01', title: '簽署儀式' })).toBeNull()
  expect(problem({ at: '2026-12-01T10:00', title: '簽署儀式' })).toBe('past_time')
  expect(problem({ at: '2026-12-01T10:01', title: ' ' })).toBe('title_required')
  expect(problem({ at: '2026-12-01T10:01', title: '簽'.repeat(201) })).toBe('title_too_long')
  expect(problem({ at: '2026-12-01', title: '' })).toBe('not_a_time')
  expect(problem({ at: '2026-13-01T10:00', title: 'x' })).toBe('not_a_time')
})
