import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toSimplified } from '@/i18n/conversion'
import { fold } from '@/i18n/fold'
import glossaryTerms from '~/prisma/seed/data/glossary.json'
import projects from '~/prisma/seed/data/projects.json'
import { isFoundIn, parseQuery } from './query'

const glossary = [
  { names: ['數字經濟', '数字经济', 'digital economy', '數碼經濟'] },
  { names: ['人工智能', 'artificial intelligence', 'AI'] },
  { names: ['香港金融管理局', 'Hong Kong Monetary Authority'], also: ['金管局', 'HKMA'] },
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
    expect(spellings(' 滬港　finance、科技 ')).toEqual([['沪港'], ['finance', '=financ'], ['科技']])
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

describe('words of one kind', () => {
  test.each([
    ['museums', 'museum'],
    ['universities', 'university'],
    ['batteries', 'battery'],
    ['memoranda', 'memorandum'],
    ['financing', 'finance'],
    ['signed', 'signing'],
    ['exchanges', 'exchanged'],
    ['classes', 'class'],
    ['companies', 'company'],
    ['services', 'service'],
    ['ships', 'shipping'],
  ])('%s finds %s, and the other way round', (one, other) => {
    expect(finds(one, `The ${other} of Shanghai`)).toBe(true)
    expect(finds(other, `The ${one} of Shanghai`)).toBe(true)
  })

  test.each([
    ['universities', 'universal'],
    ['news', 'new'],
    ['bus', 'business'],
    ['HA', 'Shanghai'],
    ['ha', 'the habitat'],
  ])('%s does not find %s', (one, other) => {
    expect(finds(one, `The ${other}`)).toBe(false)
  })

  test('an abbreviation beside Chinese is a word of its own', () => {
    expect(finds('AI實驗室', '人工智能實驗室')).toBe(true)
    expect(finds('HKMA綠色金融', '香港金融管理局談綠色金融')).toBe(true)
    expect(finds('綠色金融HKMA', '綠色金融，香港金融管理局')).toBe(true)
    expect(finds('2018年', '2018年8月24日')).toBe(true)
    expect(finds('2018年', '2018，年')).toBe(false)
  })
})

describe('other names', () => {
  test('a name that people use finds the name, and not the other way round', () => {
    expect(finds('金管局', '香港金融管理局')).toBe(true)
    expect(finds('hkma', 'the Hong Kong Monetary Authority')).toBe(true)
    expect(finds('Hong Kong Monetary Authority', '香港金融管理局')).toBe(true)
    expect(finds('香港金融管理局', '金管局')).toBe(false)
  })

  test('only as a whole word', () => {
    expect(spellings('金管局長')[0]).toEqual(['金管局长'])
  })
})

describe('days and sessions', () => {
  const day = ['2024-04-26', '2024年4月26日', '26 April 2024']
  test.each([
    '2024',
    '2024年',
    '2024年4月',
    '2024年04月26日',
    '2024-4-26',
    '2024/04/26',
    '26.4.2024',
    '26/04/2024',
    'April 2024',
    'Apr 2024',
    '26 April 2024',
    'April 26, 2024',
    '２０２４年４月２６日',
  ])('%s', (q) => {
    expect(finds(q, ...day)).toBe(true)
    expect(finds(q, '2021-08-30', '2021年8月30日', '30 August 2021')).toBe(false)
  })

  test.each(['第四屆', '第4屆', '第四次會議', '4th session', 'fourth session', 'Fourth plenary'])(
    '%s',
    (q) => {
      const name = ['第四次會議', '第四次会议', '4th Plenary Session']
      expect(finds(q, ...name)).toBe(true)
      expect(finds(q, '第五次會議', '5th Plenary Session')).toBe(false)
    },
  )
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

const alternatives = glossaryTerms.map(({ term, also }) => ({
  names: [...Object.values(term), ...also],
}))
const texts = projects.flatMap(({ title, text }) => [
  ...Object.values(title),
  ...Object.values(text),
])

test('any piece of a text finds it, in either script and in any case', () => {
  const piece = fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: 12 }))
    .map(([text, at, length]) => {
      const signs = Array.from(text)
      let from = at % signs.length
      // A reader does not begin inside an English word: `operation` is not what co-operation is folded from. Nor
      // end inside one: a short term, such as HA, is a word of its own.
      const isInside = (place: number) =>
        /[a-z'’-]{2}/i.test(signs.slice(Math.max(0, place - 1), place + 1).join(''))
      while (isInside(from)) from--
      let to = from + length
      while (to < signs.length && isInside(to)) to++
      return { text, words: signs.slice(from, to).join('') }
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
