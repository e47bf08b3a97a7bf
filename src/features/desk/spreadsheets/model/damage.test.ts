import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDamaged } from './damage'
import { isDayLike } from './days'

test('what an encoding could not hold is recognised', () => {
  for (const [was, text] of [
    ['衞生署與上海市衞生健康委員會', '?生署與上海市?生健康委員會'],
    ['金融市場互聯互通', '????????'],
    ['', '滬?合作'],
    ['', '合作???????'],
    ['', '滬\uFFFD合作'],
    ['Café', 'Caf?'],
  ] as const) {
    expect(isDamaged(text, was), text).toBe(true)
  }
  for (const [was, text] of [
    ['', 'Is this so?'],
    ['Is it so?', 'Is this so?'],
    ['甚麼？', '甚麼?'],
    ['', '甚麼? 怎樣?'],
    ['Really???', 'Really??? Yes'],
    ['金融', '金融市場'],
  ] as const) {
    expect(isDamaged(text, was), text).toBe(false)
  }
})

test('any text of which some characters beyond ASCII became question marks is damaged', () => {
  const text = fc.array(fc.constantFrom(...'滬港合作衞𠮷ab ,'), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(text, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (signs, lost) => {
      const now = signs.map((sign, at) => (lost[at] && sign > '\x7f' ? '?' : sign))
      const isChanged = now.some((sign, at) => sign !== signs[at])
      expect(isDamaged(now.join(''), signs.join(''))).toBe(isChanged)
    }),
  )
})

test('what programs make of a reference is recognised as a day, and references are not', () => {
  for (const text of [
    '2026-06-01',
    '1/6/2026',
    '2026/6/1',
    '1-Jun',
    'Jun-01',
    '6月1日',
    '2026年6月1日',
    '6月1號',
    '46174',
    '01-Jun-26',
  ]) {
    expect(isDayLike(text), text).toBe(true)
  }
  for (const text of ['6-1', '6-4.2', '6-d03', '6-u07', '6-m01', 'gba-6-4.2', '6-12.1']) {
    expect(isDayLike(text), text).toBe(false)
  }
})
