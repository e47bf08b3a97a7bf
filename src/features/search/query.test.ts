import { expect, test } from 'vitest'
import { wordsOf } from './query'

const glossary = [
  ['數字經濟', '数字经济', 'digital economy', '數碼經濟'],
  ['人工智能', 'artificial intelligence', 'AI'],
]

test('both scripts are one word', () => {
  expect(wordsOf('滬港', [])).toEqual(wordsOf('沪港', []))
})

test('each word must be found', () => {
  expect(wordsOf(' 滬港　finance ', [])).toEqual([['沪港'], ['finance']])
})

test('a term of the glossary is found by its other names', () => {
  expect(wordsOf('數碼經濟', glossary)[0]).toContain('数字经济')
  expect(wordsOf('digital economy', glossary)[0]).toContain('数字经济')
  expect(wordsOf('滬港數碼經濟', glossary)[0]).toContain('沪港数字经济')
})

test('an abbreviation is sought by its long form: its letters stand in other words', () => {
  expect(wordsOf('AI', glossary)).toEqual([['人工智能', 'artificial intelligence']])
  expect(wordsOf('人工智能', glossary)[0]).not.toContain('ai')
})
