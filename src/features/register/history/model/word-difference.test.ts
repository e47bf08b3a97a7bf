import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languages } from '@/i18n/language'
import { differenceOf, type WordSegment } from './word-difference'

const pieces = [
  '滬港',
  '兩地',
  '合作',
  '，',
  '。',
  'Hong Kong',
  ' ',
  '\n',
  'the ',
  'co-operation',
  '𠮷',
  '一',
]
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...pieces), maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const language = fc.constantFrom(...languages)
const joined = (segments: WordSegment[], ...kinds: WordSegment['kind'][]) =>
  segments.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join('')

test('holds both texts, byte for byte', () => {
  fc.assert(
    fc.property(text, text, language, (before, after, language) => {
      const segments = differenceOf(before, after, language)
      expect(joined(segments, 'same', 'removed')).toBe(before)
      expect(joined(segments, 'same', 'added')).toBe(after)
    }),
  )
})

test('has no empty run, nor two of one kind side by side', () => {
  fc.assert(
    fc.property(text, text, language, (before, after, language) => {
      const segments = differenceOf(before, after, language)
      for (const [index, { kind, text }] of segments.entries()) {
        expect(text).not.toBe('')
        expect(segments[index - 1]?.kind).not.toBe(kind)
      }
    }),
  )
})

test('a text has no difference from itself', () => {
  fc.assert(
    fc.property(text, language, (same, language) => {
      const expected = same === '' ? [] : [{ kind: 'same', text: same }]
      expect(differenceOf(same, same, language)).toEqual(expected)
    }),
  )
})

test('parts Chinese by its words', () => {
  expect(differenceOf('深化滬港兩地合作', '深化滬港兩地交流', 'zh-Hant')).toEqual([
    { kind: 'same', text: '深化滬港兩地' },
    { kind: 'removed', text: '合作' },
    { kind: 'added', text: '交流' },
  ])
})

test('reads a rewritten English phrase as one change', () => {
  expect(differenceOf('sign a new memorandum', 'sign the old memorandum', 'en')).toEqual([
    { kind: 'same', text: 'sign ' },
    { kind: 'removed', text: 'a new' },
    { kind: 'added', text: 'the old' },
    { kind: 'same', text: ' memorandum' },
  ])
})

test('gives up on long texts that have little in common, before the search takes seconds', () => {
  const words = (from: number) =>
    Array.from({ length: 2000 }, (_, index) => `w${from + index}`).join('·')
  expect(differenceOf(words(0), words(10_000), 'en')).toEqual([
    { kind: 'removed', text: words(0) },
    { kind: 'added', text: words(10_000) },
  ])
})
