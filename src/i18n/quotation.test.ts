import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proposeTraditional, toSimplified } from './conversion'
import { inQuotation, inTitleMarks, isSetOff, quoted, withMarksOf } from './quotation'

test.each([
  ['共建「一帶一路」', '共建“一帶一路”'],
  ['「北向通」和「南向通」', '“北向通”和“南向通”'],
  ['「甲『乙』丙」', '“甲‘乙’丙”'],
  ['「甲「乙」丙」', '“甲‘乙’丙”'],
  ['「甲『乙「丙」』」', '“甲‘乙“丙”’”'],
  ['『甲』', '“甲”'],
  ['「甲“乙”丙」', '“甲‘乙’丙”'],
  ['“甲「乙」丙”', '“甲‘乙’丙”'],
  ['「甲', '「甲'],
  ['甲」乙「', '甲」乙「'],
  ['「甲『乙」丙', '“甲『乙”丙'],
  ['Hong Kong’s「甲」', 'Hong Kong’s“甲”'],
  ['《甲》（乙）"丙"', '《甲》（乙）"丙"'],
])('%s has the marks of the Mainland: %s', (traditional, simplified) => {
  expect(withMarksOf('zh-Hans', traditional)).toBe(simplified)
})

test.each([
  ['开启“十四五”双循环', '开启「十四五」双循环'],
  ['“甲‘乙’丙”', '「甲『乙』丙」'],
  ['‘甲’', '「甲」'],
  ['Hong Kong’s “甲”', 'Hong Kong’s 「甲」'],
  ['it’s ‘甲’s', 'it’s 「甲」s'],
  ['甲’乙', '甲’乙'],
])('%s has the marks of Hong Kong: %s', (simplified, traditional) => {
  expect(withMarksOf('zh-Hant', simplified)).toBe(traditional)
})

/** Words with quotations in them, their marks alternating, as the levels of a tree. */
const { nested } = fc.letrec<{ nested: Level[] }>((tie) => ({
  nested: fc.array(
    fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: fc.constantFrom(...'滬港合作的甲乙丙，。'), minLength: 1, maxLength: 4 }),
      fc.record({ within: tie('nested') }),
    ),
    { maxLength: 4 },
  ),
}))
type Level = string | { within: Level[] }

function written(levels: Level[], marks: readonly [string, string], depth = 0): string {
  return levels
    .map((one) => {
      if (typeof one === 'string') return one
      const [opens, closes] = marks[depth % 2] ?? ''
      return `${opens}${written(one.within, marks, depth + 1)}${closes}`
    })
    .join('')
}

const ofHongKong = ['「」', '『』'] as const
const ofTheMainland = ['“”', '‘’'] as const

test('nested marks alternate in either script, and the way there and back is the way home', () => {
  fc.assert(
    fc.property(nested, (levels) => {
      const [hant, hans] = [written(levels, ofHongKong), written(levels, ofTheMainland)]
      expect(withMarksOf('zh-Hans', hant)).toBe(hans)
      expect(withMarksOf('zh-Hant', hans)).toBe(hant)
      // Marked alike at every depth, they alternate all the same.
      expect(withMarksOf('zh-Hans', written(levels, ['「」', '「」']))).toBe(hans)
    }),
  )
})

const marksAndWords = fc.string({
  unit: fc.constantFrom(...'「」『』“”‘’甲乙a1 ，'),
  maxLength: 24,
})

test('nothing but quotation marks changes, and text with the marks already comes back as it is', () => {
  const others = (text: string) => text.replace(/[「」『』“”‘’]/g, '·')
  fc.assert(
    fc.property(marksAndWords, fc.constantFrom('zh-Hant', 'zh-Hans'), (text, script) => {
      const once = withMarksOf(script, text)
      expect(others(once)).toBe(others(text))
      expect(withMarksOf(script, once)).toBe(once)
    }),
  )
})

test('script conversion converts the marks with the words', () => {
  expect(toSimplified('深化「北向通」和『南向通』')).toBe('深化“北向通”和“南向通”')
  expect(proposeTraditional('开启“十四五”双循环')).toBe('開啓「十四五」雙循環')
})

test('words in quotation have the marks of the reader’s language, and inner ones within', () => {
  expect(inQuotation('香港「周」', 'zh-Hant')).toBe('「香港『周』」')
  expect(inQuotation('“十四五”', 'zh-Hant')).toBe('「『十四五』」')
  expect(inQuotation('“甲‘乙’”', 'zh-Hans')).toBe('“‘甲“乙”’”')
  expect(inQuotation('Hong Kong’s “周”', 'en')).toBe('“Hong Kong’s ‘周’”')
})

test('the printed title of a document keeps its own marks within title marks', () => {
  expect(inTitleMarks('开启“十四五”双循环', 'zh-Hans')).toBe('《开启“十四五”双循环》')
  expect(inTitleMarks('关于《甲》的安排', 'zh-Hant')).toBe('《关于〈甲〉的安排》')
  expect(inTitleMarks('The “Plan”', 'en')).toBe('“The ‘Plan’”')
})

test.each([
  ['开启“十四五”', true],
  ['「甲」', true],
  ['the "List"', true],
  ['Hong Kong’s role', false],
  ['甲乙', false],
])('a quotation with marks of its own is set off: %s', (quote, expected) => {
  expect(isSetOff(quote)).toBe(expected)
})

test('an exact quotation keeps every sign, in marks that it does not hold itself', () => {
  expect(quoted('甲乙', 'zh-Hans')).toBe('“甲乙”')
  expect(quoted('开启“十四五”', 'zh-Hans')).toBe('‘开启“十四五”’')
  expect(quoted('「甲」', 'zh-Hant')).toBe('『「甲」』')
  expect(quoted('the "List"', 'en')).toBe('‘the "List"’')
  fc.assert(
    fc.property(marksAndWords, fc.constantFrom('zh-Hant', 'zh-Hans', 'en'), (quote, language) => {
      expect(quoted(quote, language).slice(1, -1)).toBe(quote)
    }),
  )
})
