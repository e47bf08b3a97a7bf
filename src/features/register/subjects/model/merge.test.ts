import fc from 'fast-check'
import { expect, test } from 'vitest'
import { merge } from './merge'

const passage = fc.record({ body: fc.string({ maxLength: 3 }), origin: fc.constant('editorial') })
const leaf = fc.oneof(
  fc.constantFrom('a', 'b', 'c'),
  fc.constant(null),
  fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
  passage,
)
const thing = fc.dictionary(
  fc.constantFrom('state', 'note', 'texts', 'title'),
  fc.oneof(leaf, fc.dictionary(fc.constantFrom('en', 'tc', 'sc'), leaf)),
) as fc.Arbitrary<Record<string, unknown>>

const clean = (value: unknown) => JSON.parse(JSON.stringify(value))

test('who changed nothing takes the other side’s', () => {
  fc.assert(
    fc.property(thing, thing, (base, changed) => {
      expect(merge(base, base, changed)).toEqual({ merged: changed, conflicts: [] })
      expect(merge(base, changed, base)).toEqual({ merged: changed, conflicts: [] })
      expect(merge(base, changed, changed)).toEqual({ merged: changed, conflicts: [] })
    }),
  )
})

test('the sides may change places: the same conflicts, and the same result where there are none', () => {
  fc.assert(
    fc.property(thing, thing, thing, (base, mine, theirs) => {
      const [one, other] = [merge(base, mine, theirs), merge(base, theirs, mine)]
      expect(one.conflicts.map(({ path }) => path).sort()).toEqual(
        other.conflicts.map(({ path }) => path).sort(),
      )
      if (one.conflicts.length === 0) expect(clean(one.merged)).toEqual(clean(other.merged))
    }),
  )
})

test('a conflict names what it was, mine and theirs; theirs stands', () => {
  const { merged, conflicts } = merge(
    { state: 'a', note: { en: 'one', tc: '一' } },
    { state: 'b', note: { en: 'two', tc: '一' } },
    { state: 'c', note: { en: 'one', tc: '二' } },
  )
  expect(merged).toEqual({ state: 'c', note: { en: 'two', tc: '二' } })
  expect(conflicts).toEqual([{ path: 'state', base: 'a', mine: 'b', theirs: 'c' }])
})

test('changes of different places both stand, at every depth', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5', 'k6'), { minLength: 2 }),
      fc.integer({ min: 1, max: 5 }),
      (keys, cut) => {
        const base = { outer: Object.fromEntries(keys.map((key) => [key, 'was'])) }
        const change = (who: string, some: string[]) => ({
          outer: { ...base.outer, ...Object.fromEntries(some.map((key) => [key, who])) },
        })
        const [first, second] = [keys.slice(0, cut), keys.slice(cut)]
        const { merged, conflicts } = merge(base, change('mine', first), change('theirs', second))
        expect(conflicts).toEqual([])
        for (const key of first) expect(merged.outer[key]).toBe('mine')
        for (const key of second) expect(merged.outer[key]).toBe('theirs')
      },
    ),
  )
})
