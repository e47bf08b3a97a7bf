import { expect, test } from 'vitest'
import { textHash } from '@/features/register/texts/model/text'
import { passageEntries } from './statement-texts'

const writing = {
  original: 'zh-Hant' as const,
  simplifiedIsConversion: true,
  traditionalIsConversion: true,
}
const none = { 'zh-Hant': '', 'zh-Hans': '', en: '' }
const origins = (...[passage, how]: Parameters<typeof passageEntries>) =>
  Object.fromEntries(passageEntries(passage, how).map(({ language, origin }) => [language, origin]))

test('a Shanghai original is Simplified, and its Traditional is never made on its own', () => {
  const simplified = { ...none, 'zh-Hans': '双方签署协议。', en: 'Signed.' }
  const entries = passageEntries(simplified, { ...writing, original: 'zh-Hans' })
  expect(entries.map(({ language }) => language)).toEqual(['zh-Hans', 'en'])
  expect(entries[0]).toMatchObject({ origin: 'editorial', derivedFromHash: null })
  expect(entries[1]).toMatchObject({ derivedFromHash: textHash('双方签署协议。') })
})

test('Traditional proposed from a Simplified original is a conversion until it is accepted', () => {
  const passage = { ...none, 'zh-Hans': '双方签署协议。', 'zh-Hant': '雙方簽署協議。' }
  const shanghai = { ...writing, original: 'zh-Hans' as const }
  expect(origins(passage, shanghai)).toEqual({
    'zh-Hans': 'editorial',
    'zh-Hant': 'script_conversion',
  })
  expect(origins(passage, { ...shanghai, traditionalIsConversion: false })['zh-Hant']).toBe(
    'editorial',
  )
  const byHand = { ...passage, 'zh-Hant': '雙方已簽署協議。' }
  expect(origins(byHand, shanghai)['zh-Hant']).toBe('editorial')
  expect(
    passageEntries(passage, shanghai).find(({ language }) => language === 'zh-Hant'),
  ).toMatchObject({ derivedFromHash: textHash('双方签署协议。'), reader: null })
})

test('of the same two texts the one named as the original is the original', () => {
  const passage = { ...none, 'zh-Hans': '双方签署协议。', 'zh-Hant': '雙方簽署協議。' }
  expect(origins(passage, writing)).toEqual({
    'zh-Hant': 'editorial',
    'zh-Hans': 'script_conversion',
  })
})

test('the only Chinese text is the original, whatever was named', () => {
  const traditional = { ...none, 'zh-Hant': '雙方簽署協議。' }
  expect(origins(traditional, { ...writing, original: 'zh-Hans' })).toEqual({
    'zh-Hant': 'editorial',
    'zh-Hans': 'script_conversion',
  })
  expect(origins({ ...none, 'zh-Hans': '双方签署协议。' }, writing)).toEqual({
    'zh-Hans': 'editorial',
  })
  expect(origins({ ...none, en: 'Signed.' }, writing)).toEqual({ en: 'editorial' })
})
