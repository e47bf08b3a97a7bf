import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold'
import { withoutUnseen } from './unseen'

test.each([
  ['滬\u200b港', '滬港'],
  ['\ufeff滬港\u2060', '滬港'],
  ['co\u00adoperation', 'cooperation'],
  ['Shanghai\u202eiahgnahS', 'ShanghaiiahgnahS'],
  ['滬\ufe00港\u200e', '滬港'],
  ['a\u0000b\u0007c\u0085d', 'abc d'],
  ['一體\u000b化發展', '一體化發展'],
  ['one\u000btwo\u2028three', 'one two three'],
  ['first\n\tsecond\r\n', 'first\n\tsecond\r\n'],
  ['𠮷 📈 é', '𠮷 📈 é'],
])('%j becomes %j', (typed, kept) => {
  expect(withoutUnseen(typed)).toBe(kept)
})

test('what is clean stays, and a search finds the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const kept = withoutUnseen(text)
      expect(withoutUnseen(kept)).toBe(kept)
      expect(kept).not.toMatch(/\p{DI}|\p{Cc}(?<![\t\n\r])/u)
      expect(fold(kept)).toBe(fold(text))
    }),
  )
})
