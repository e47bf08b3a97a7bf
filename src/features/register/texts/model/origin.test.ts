import { expect, test } from 'vitest'
import { originOfNew } from './origin'

test.each([
  ['zh-Hant', null, 'editorial'],
  ['zh-Hans', null, 'editorial'],
  ['en', null, 'editorial'],
  ['zh-Hant', 'zh-Hant', 'editorial'],
  ['zh-Hans', 'zh-Hant', 'script_conversion'],
  ['zh-Hant', 'zh-Hans', 'script_conversion'],
  ['en', 'zh-Hant', 'unofficial_translation'],
  ['en', 'zh-Hans', 'unofficial_translation'],
  ['zh-Hant', 'en', 'unofficial_translation'],
  ['zh-Hans', 'en', 'unofficial_translation'],
] as const)('a new text in %s beside an original in %s is %s', (language, original, origin) => {
  expect(originOfNew(language, original)).toBe(origin)
})

test('only an original repeats what is printed', () => {
  expect(originOfNew('zh-Hant', null, { isPrinted: true })).toBe('as_printed')
  expect(originOfNew('en', 'zh-Hant', { isPrinted: true })).toBe('unofficial_translation')
})
