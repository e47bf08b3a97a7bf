import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUnderway, mayMove, type SubmissionState, submissionStates } from './submission'

test('a round ends: from what is published, returned or withdrawn nothing leads on', () => {
  for (const from of submissionStates) {
    const next = submissionStates.filter((to) => mayMove(from, to))
    expect(next.length > 0).toBe(isUnderway(from))
  }
})

test('however a submission moves, it is published at most once, and ends where it is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...submissionStates)), (asked) => {
      let state: SubmissionState = 'submitted'
      let ends = 0
      for (const to of asked) {
        if (!mayMove(state, to)) continue
        if (!isUnderway(to)) ends += 1
        state = to
      }
      expect(ends).toBe(isUnderway(state) ? 0 : 1)
    }),
  )
})
