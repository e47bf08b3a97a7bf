import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partAfter, partOfNumber } from './pages'

const lists = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 30 })
const limits = fc.integer({ min: 1, max: 7 })

test('the pages after one another are the whole list, and each leads back to the one before', () => {
  fc.assert(
    fc.property(lists, limits, (keys, limit) => {
      const seen: string[] = []
      let [after, before]: (string | undefined)[] = []
      for (;;) {
        const part = partAfter(keys, after, limit)
        expect(part.previous).toBe(after === undefined ? null : before)
        expect(part.from).toBe(keys.length === 0 ? 0 : seen.length + 1)
        seen.push(...part.shown)
        if (part.next === null) break
        ;[before, after] = [after, part.next]
      }
      expect(seen).toEqual(keys)
    }),
  )
})

test('a cursor that is not in the list begins it anew', () => {
  expect(partAfter(['a', 'b'], 'z', 1)).toMatchObject({ shown: ['a'], isBegunAnew: true, from: 1 })
  expect(partAfter(['a', 'b'], 'b', 1)).toMatchObject({ shown: [], isBegunAnew: false, from: 0 })
})

test('a page beyond the last is the last', () => {
  expect(partOfNumber(41, 9)).toMatchObject({ page: 2, pages: 2, start: 40, from: 41 })
  expect(partOfNumber(0, undefined)).toMatchObject({ page: 1, pages: 1, start: 0, from: 0 })
})
