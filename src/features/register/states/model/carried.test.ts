import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carriedStance, carriedWords, isSameSubstance } from './carried'
import { type Stance, stances, standsBy } from './statements'

const stance = fc.constantFrom<Stance>(...stances)
const change = fc.record({ isSame: fc.boolean(), revision: fc.integer({ min: 1, max: 99 }) })

test('however a statement changes, no tick comes of it, and none outlives a change of substance', () => {
  fc.assert(
    fc.property(stance, fc.array(change), (first, changes) => {
      let said: ReturnType<typeof carriedWords> = {
        HK: { stance: first, texts: {}, citations: [] },
      }
      for (const one of changes) said = carriedWords(said, one)
      const now = said.HK?.stance
      const isTick = now !== undefined && standsBy(now)
      expect(isTick).toBe(standsBy(first) && changes.every(({ isSame }) => isSame))
      // A view stays until its own side takes it back; a word taken back is over with the next statement.
      if (first === 'differs') expect(now).toBe('differs')
      if (first === 'withdrawn' && changes.length > 0) expect(now).toBeUndefined()
      // It keeps the revision that it was said of.
      if (now && changes[0]) expect(said.HK?.revision).toBe(changes[0].revision)
    }),
  )
  expect(carriedStance('confirms', false)).toBe('confirmed_earlier')
})

test('wording alone is no substance; state, day, who says so and evidence are', () => {
  const cited = [
    { source: 'a', quote: 'x', locator: null },
    { source: 'b', quote: null, locator: 'p. 2' },
  ]
  const one = { state: 'ongoing', asOf: '2025-01-01', assertedBy: 'press', citations: cited }
  expect(isSameSubstance(one, { ...one, citations: [...cited].reverse() })).toBe(true)
  for (const other of [
    { state: 'completed' },
    { asOf: '2025-01-02' },
    { assertedBy: 'hk_side' },
    { citations: cited.slice(1) },
    { citations: [...cited, { source: 'c', quote: 'y', locator: null }] },
  ]) {
    expect(isSameSubstance(one, { ...one, ...other })).toBe(false)
  }
})
