import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import developments from '~/prisma/seed/data/developments.json'
import glossary from '~/prisma/seed/data/glossary.json'
import projects from '~/prisma/seed/data/projects.json'
import sources from '~/prisma/seed/data/sources.json'
import { proposeTraditional, toSimplified } from './conversion'
import { fold, foldForSearch, foldWithPlaces } from './fold'

const corpus = [
  ...projects.flatMap(({ title, text }) => [...Object.values(title), ...Object.values(text)]),
  ...developments.flatMap(({ summary }) => Object.values(summary)),
  ...glossary.flatMap(({ term, also }) => [...Object.values(term), ...also]),
  ...sources.flatMap(({ publisher, title }) => [publisher, title ?? '']),
]
const characters = [...new Set(corpus.join(''))]
const phrase = fc.string({ unit: fc.constantFrom(...characters), maxLength: 40 })
const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 40 })

const fullWidth = (text: string) =>
  text
    .replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '　')

describe('meet in one spelling', () => {
  test.each([
    ['沪港', '滬港'],
    ['平台', '平臺'],
    ['卫生', '衞生'],
    ['卫生', '衛生'],
    ['启动', '啟動'],
    ['启动', '啓動'],
    ['里', '裏'],
    ['里', '裡'],
    ['時裝周', '時裝週'],
    ['夥伴', '伙伴'],
    ['co-operation', 'cooperation'],
    ['Co‑operation', 'COOPERATION'],
    ['café', 'CAFE'],
    ['ＲＣＥＰ', 'rcep'],
    ['２０２４年', '2024年'],
    ['Hong  Kong\n', 'hong kong'],
    ['People’s Government', "People's Government"],
    ['Peopleʼs Government', 'Peoples Government'],
    ['Hong Kong–Shanghai', 'Hong Kong/Shanghai'],
    ['Hong Kong-Shanghai', 'Hong Kong Shanghai'],
    ['civil-service exchange', 'Civil Service Exchange'],
    ['6–4.2', '6-4.2'],
    ['6−4.2', '６—４.２'],
    ['滬\u200b港', '滬港'],
    ['\ufeff滬\u00ad港\u200e', '滬港'],
    ['港\ufe00滬\u2060協同', '港滬協同'],
    ['一體\n化發展', '一體化發展'],
    ['一體　化 發展', '一體化發展'],
    ['AI 實驗室', 'AI實驗室'],
    ['⺠政', '民政'],
    ['⻘年', '青年'],
    ['⻓三⻆洲', '長三角洲'],
    ['⾦融', '金融'],
    ['著陸', '着陆'],
  ])('%s and %s', (one, other) => {
    expect(fold(one)).toBe(fold(other))
  })
})

test('signs without meaning make no difference, wherever they stand', () => {
  const unseen = [
    '\u200b',
    '\ufeff',
    '\u00ad',
    '\u2060',
    '\ufe0f',
    '\u202e',
    '\u200e',
    '\u061c',
    '\u0007',
    '\u0085',
  ]
  const same = (signs: readonly string[], text: fc.Arbitrary<string>, between: RegExp) =>
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom(...signs), (plain, at, sign) => {
        const places = [...plain.matchAll(between)]
        const place = places[at % Math.max(1, places.length)]?.index ?? 0
        const other = plain.slice(0, place) + sign + plain.slice(place)
        expect(fold(other)).toBe(fold(plain))
      }),
    )
  same(unseen, phrase, /(?=[^\p{M}])/gu)
  same(unseen, ascii, /(?=[a-z])/g)
  same([' ', '\n', '　', '\u00a0'], phrase, /(?<=\p{Script=Han})(?=\p{Script=Han})/gu)
})

test('every dash is one dash, every apostrophe one apostrophe', () => {
  for (const dash of '-‐‑‒–—―−﹘﹣－⸺') {
    expect(fold(`Kong${dash}Shanghai 2021${dash}2026 滬${dash}港`), dash).toBe(
      'kong shanghai 2021-2026沪-港',
    )
  }
  for (const sign of "'’‘ʼʻ＇′`´") {
    expect(fold(`people${sign}s 5${sign}`), sign).toBe("peoples 5'")
  }
})

test('different words stay different', () => {
  expect(fold('滬港')).not.toBe(fold('港滬'))
  expect(fold('數字')).not.toBe(fold('數碼'))
  expect(fold('2021-2026')).toBe('2021-2026')
})

test('folding what is folded changes nothing', () => {
  for (const text of corpus) expect(fold(fold(text))).toBe(fold(text))
  fc.assert(fc.property(phrase, (text) => void expect(fold(fold(text))).toBe(fold(text))))
  fc.assert(fc.property(ascii, (text) => void expect(fold(fold(text))).toBe(fold(text))))
})

test('a passage and its Simplified or proposed Traditional are found by the same words', () => {
  for (const text of corpus) {
    expect(fold(toSimplified(text))).toBe(fold(text))
    expect(fold(proposeTraditional(toSimplified(text)))).toBe(fold(text))
  }
  fc.assert(fc.property(phrase, (text) => void expect(fold(toSimplified(text))).toBe(fold(text))))
})

test('full width is half width, and upper case is lower case', () => {
  fc.assert(
    fc.property(ascii, (text) => {
      expect(fold(fullWidth(text))).toBe(fold(text))
      expect(fold(text.toUpperCase())).toBe(fold(text))
    }),
  )
})

test('character by character it finds what it finds as a whole, and where it is written', () => {
  for (const text of corpus) {
    const { folded, places } = foldWithPlaces(text)
    expect(places).toHaveLength(folded.length)
    expect(fold(folded)).toBe(fold(text))
  }
  const { folded, places } = foldWithPlaces('推動  Co‑operation（ＲＣＥＰ）與平臺')
  const written = (word: string) => {
    const at = folded.indexOf(word)
    const [from, to] = [places[at], places[at + word.length - 1]]
    return '推動  Co‑operation（ＲＣＥＰ）與平臺'.slice(from?.start, to?.end)
  }
  expect(written('co-operation')).toBe('Co‑operation')
  expect(written('rcep')).toBe('ＲＣＥＰ')
  expect(written('平台')).toBe('平臺')
})

test('what search folds can be shown where it is written, a hyphen inside a word left out', () => {
  const text = '  推動  Co‑operation 2021-2026 '
  const { folded, places } = foldForSearch(text)
  expect(folded).toBe('推动cooperation 2021-2026')
  expect(places).toHaveLength(folded.length)
  const at = folded.indexOf('cooperation')
  const [from, to] = [places[at], places[at + 'cooperation'.length - 1]]
  expect(text.slice(from?.start, to?.end)).toBe('Co‑operation')
})
