import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isQuotedFrom } from './model'

const text = '兩地簽署20份合作文件，進一步拓展雙方\n在不同領域的合作。'

test.each([
  ['簽署20份合作文件', true],
  ['簽署２０份合作文件,進一步', true],
  ['兩地簽署……不同領域', true],
  ['不同領域…兩地簽署', false],
  ['簽署21份合作文件', false],
])('%s stands in the text: %s', (quote, expected) => {
  expect(isQuotedFrom(text, quote)).toBe(expected)
})

test('any run of a text stands in it, and one letter more does not', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...'滬港合作會議 ，。AI26'), { minLength: 1, maxLength: 40 }),
      fc.nat(),
      fc.nat(),
      (signs, a, b) => {
        const [from, to] = [a % signs.length, b % signs.length].sort((x, y) => x - y)
        const quote = signs.slice(from, (to ?? 0) + 1).join('')
        expect(isQuotedFrom(signs.join(''), quote)).toBe(true)
        expect(isQuotedFrom(signs.join(''), `${quote}龘`)).toBe(false)
      },
    ),
  )
})
