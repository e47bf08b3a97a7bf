import { expect, test } from 'vitest'
import { problemOfRelease, releaseInput } from './input'
import { nextAfter } from './model'

test('after a decision comes the next submission, after the last the first, and none when none waits', () => {
  const waiting = [{ id: '2' }, { id: '4' }, { id: '6' }]
  expect(nextAfter(waiting, '4')).toBe('6')
  expect(nextAfter(waiting, '3')).toBe('4')
  expect(nextAfter(waiting, '6')).toBe('2')
  expect(nextAfter([{ id: '6' }], '6')).toBeNull()
  expect(nextAfter([], '1')).toBeNull()
})

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
  expect(problem({ at: '2026-12-01', title: '' })).toBe('not_a_time')
  expect(problem({ at: '2026-13-01T10:00', title: 'x' })).toBe('not_a_time')
})
