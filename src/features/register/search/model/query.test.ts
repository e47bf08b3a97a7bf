import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toSimplified } from '@/i18n/conversion'
import { fold } from '@/i18n/fold'
import glossaryTerms from '~/prisma/seed/data/glossary.json'
import projects from '~/prisma/seed/data/projects.json'
import { isFoundIn, parseQuery } from './query'

const glossary = [
  ['數字經濟', '数字经济', 'digital economy', '數碼經濟'],
  ['人工智能', 'artificial intelligence', 'AI'],
]
const read = (q: string) =>
  parseQuery(q, glossary).map(({ typed, isPhrase, isExcluded, spellings }) => ({
    typed,
    marks: `${isExcluded ? '-' : ''}${isPhrase ? '"' : ''}`,
    spellings: spellings.map(({ folded, isWhole }) => (isWhole ? `=${folded}` : folded)),
  }))
const spellings = (q: string) => read(q).map((clause) => clause.spellings)
const finds = (q: string, ...passages: string[]) =>
  isFoundIn(parseQuery(q, glossary), passages.map(fold).join('\n'))

describe('what a reader types', () => {
  test('both scripts are one word', () => {
    expect(spellings('滬港')).toEqual(spellings('沪港'))
  })

  test('each word must be found, whatever stands between them', () => {
    expect(spellings(' 滬港　finance、科技 ')).toEqual([['沪港'], ['finance'], ['科技']])
  })

  test.each([
    '"Hong Kong" 港',
    '“Hong Kong” 港',
    '「Hong Kong」港',
    '『Hong Kong』港',
    '＂Hong Kong＂ 港',
  ])('%s is a phrase and a word', (q) => {
    expect(read(q)).toEqual([
      { typed: 'Hong Kong', marks: '"', spellings: ['hong kong'] },
      { typed: '港', marks: '', spellings: ['港'] },
    ])
  })

  test('a mark that is not closed is no mark', () => {
    expect(spellings('"Hong Kong')).toEqual([['hong'], ['kong']])
  })

  test.each(['港 -finance', '港 －finance', '港 −finance', '港 -ＦＩＮＡＮＣＥ'])(
    '%s leaves out a word',
    (q) => {
      expect(read(q)[1]).toMatchObject({ marks: '-', spellings: ['finance'] })
    },
  )

  test('a phrase can be left out, and a hyphen inside a word leaves out nothing', () => {
    expect(read('-"Hong Kong" co-operation')).toMatchObject([
      { marks: '-"', spellings: ['hong kong'] },
      { marks: '', spellings: ['cooperation'] },
    ])
  })

  test('nothing but signs is nothing', () => {
    expect(['', '  ', '-', '""', '"', '，。'].map((q) => read(q))).toEqual([[], [], [], [], [], []])
  })
})

describe('the glossary', () => {
  test('a term is found by its other names, also inside a longer word', () => {
    expect(spellings('數碼經濟')[0]).toContain('数字经济')
    expect(spellings('digital economy')).toHaveLength(1)
    expect(spellings('Digital Economy')[0]).toContain('数字经济')
    expect(spellings('滬港數碼經濟')[0]).toContain('沪港数字经济')
  })

  test('it says through which term', () => {
    const [clause] = parseQuery('滬港數碼經濟', glossary)
    const other = clause?.spellings.find(({ folded }) => folded === '沪港数字经济')
    expect(other?.through).toEqual({ typed: '數碼經濟', term: '數字經濟' })
    expect(clause?.spellings[0]?.through).toBeNull()
  })

  test('an abbreviation stands alone: its letters are in other words', () => {
    expect(spellings('AI')).toEqual([['=ai', '人工智能', 'artificial intelligence']])
    expect(spellings('人工智能')[0]).toContain('=ai')
    expect(finds('人工智能', 'An AI laboratory')).toBe(true)
    expect(finds('人工智能', 'to maintain')).toBe(false)
    expect(finds('AI', 'to maintain')).toBe(false)
  })

  test('not for a phrase, nor for what is left out', () => {
    expect(spellings('"數碼經濟" -數碼經濟')).toEqual([['数码经济'], ['数码经济']])
  })
})

test('nothing is found across two passages', () => {
  expect(finds('滬港', '在滬', '港口')).toBe(false)
  expect(finds('滬 港', '在滬', '港口')).toBe(true)
})

const alternatives = glossaryTerms.map(({ term, also }) => [...Object.values(term), ...also])
const texts = projects.flatMap(({ title, text }) => [
  ...Object.values(title),
  ...Object.values(text),
])

test('any piece of a text finds it, in either script and in any case', () => {
  const piece = fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: 12 }))
    .map(([text, at, length]) => {
      const signs = Array.from(text)
      const from = at % signs.length
      return { text, words: signs.slice(from, from + length).join('') }
    })
    .filter(({ words }) => !words.includes('"') && /[\p{L}\p{N}]/u.test(words))
  fc.assert(
    fc.property(piece, ({ text, words }) => {
      const whole = parseQuery(`"${words}"`, [])
      expect(isFoundIn(whole, fold(text))).toBe(true)
      expect(parseQuery(`"${toSimplified(words).toUpperCase()}"`, [])[0]?.spellings).toEqual(
        whole[0]?.spellings,
      )
    }),
    { numRuns: 500 },
  )
})

test('whatever is typed can be read, and no spelling is empty or unfolded', () => {
  const q = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom('"', '-', '「', '」', ' ', '　', '港', 'a', '合作', 'AI', '%', '\\'),
      maxLength: 30,
    }),
  )
  fc.assert(
    fc.property(q, (typed) => {
      for (const { spellings } of parseQuery(typed, alternatives)) {
        expect(spellings.length).toBeGreaterThan(0)
        for (const { folded } of spellings) {
          expect(folded).not.toBe('')
          expect(fold(folded)).toBe(folded)
        }
      }
    }),
    { numRuns: 500 },
  )
})
