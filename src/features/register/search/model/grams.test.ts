import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '@/i18n/fold'
import projects from '~/prisma/seed/data/projects.json'
import { gramsOf, gramsSought, isOneGram } from './grams'

test('one and two characters, three Latin ones, Latin words whole, by their stem', () => {
  expect(new Set(gramsOf('沪港 ai𠮷'))).toEqual(
    new Set(['沪', '港', '沪港', 'a', 'i', '𠮷', 'ai', 'i𠮷', ' ai']),
  )
  expect(gramsOf('rcep')).toContain('rce')
  expect(gramsOf('two museums')).toEqual(expect.arrayContaining([' two', ' museum']))
})

test('what is sought is as long as it can be', () => {
  expect(gramsSought('港')).toEqual(['港'])
  expect(gramsSought('沪港合')).toEqual(['沪港', '港合'])
  expect(gramsSought('rcep')).toEqual(['rce', 'cep'])
  expect(gramsSought('沪rcep')).toEqual(['沪r', 'rce', 'cep'])
  expect(gramsSought('hong kong')).toEqual(['hon', 'ong', 'kon'])
})

const signs = [
  ...new Set(projects.flatMap(({ text }) => Object.values(text)).join('')),
  'a',
  'ﬁ',
  '𠮷',
  '-',
]
const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...signs), maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('沪', '港', 'a', 'b', '1', ' ', '\n', '.'), maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

test('a text that holds the words holds their grams, so the index loses nothing', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.integer({ min: 1, max: 20 }), (text, at, length) => {
      const folded = fold(text)
      const held = Array.from(folded)
      const from = held.length === 0 ? 0 : at % held.length
      const words = held
        .slice(from, from + length)
        .join('')
        .trim()
      fc.pre(words !== '' && !words.includes('\n'))
      const grams = new Set(gramsOf(folded))
      expect(gramsSought(words).filter((gram) => !grams.has(gram))).toEqual([])
    }),
    { numRuns: 2_000 },
  )
})

test('one gram says for certain whether the words stand there', () => {
  const word = fc.string({
    unit: fc.constantFrom('沪', '港', 'a', 'b', '1'),
    minLength: 1,
    maxLength: 3,
  })
  const text = fc.string({ unit: fc.constantFrom('沪', '港', 'a', 'b', '1', ' '), maxLength: 12 })
  fc.assert(
    fc.property(word, text, (words, folded) => {
      fc.pre(isOneGram(words))
      const [gram = ''] = gramsSought(words)
      expect(gramsOf(folded).includes(gram)).toBe(folded.includes(words))
    }),
    { numRuns: 2_000 },
  )
})
