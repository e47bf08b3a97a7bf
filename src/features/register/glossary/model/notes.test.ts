import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toSimplified } from '@/i18n/conversion'
import { type Language, languages } from '@/i18n/language'
import type { LocalizedText, TextEntry, TextOrigin } from '@/i18n/localized-text'
import facts from '~/prisma/seed/data/glossary.json'
import projects from '~/prisma/seed/data/projects.json'
import { glossaryNotes } from './notes'
import type { ShownTerm } from './term'

const entry = (body: string, origin: TextOrigin, derivedFromHash: string | null): TextEntry => ({
  body,
  origin,
  originDetail: null,
  derivedFromHash,
  reviewedAt: null,
})
const terms: ShownTerm[] = facts.map(({ slug, term, also }) => ({
  slug,
  also,
  name: Object.fromEntries(
    Object.entries(term).map(([language, body]) => [language, entry(body, 'editorial', null)]),
  ),
}))

/** A passage with an original in Traditional, and what was made from it. */
function passage(
  traditional: string,
  { en, sc, origin = 'editorial' }: { en?: string; sc?: string; origin?: TextOrigin } = {},
): LocalizedText {
  return {
    'zh-Hant': entry(traditional, origin, null),
    ...(sc === undefined ? {} : { 'zh-Hans': entry(sc, 'script_conversion', 'hash') }),
    ...(en === undefined ? {} : { en: entry(en, 'unofficial_translation', 'hash') }),
  }
}

const marked = (text: LocalizedText, language: Language) =>
  glossaryNotes(text, terms).marks[language].map(({ start, end, isName }) => [
    text[language]?.body.slice(start, end),
    isName,
  ])
const findings = (text: LocalizedText) =>
  glossaryNotes(text, terms).findings.map(({ weight, language, slug, used }) => [
    weight,
    language,
    slug,
    used,
  ])

describe('terms are found', () => {
  test('in either script and any width, the longer one first', () => {
    expect(marked(passage('推動滬港數字經濟合作文件'), 'zh-Hant')).toEqual([
      ['滬港', true],
      ['數字經濟', true],
      ['合作文件', true],
    ])
    expect(marked(passage('x', { sc: '推动沪港数字经济合作' }), 'zh-Hans')).toEqual([
      ['沪港', true],
      ['数字经济', true],
      ['合作', true],
    ])
    expect(marked(passage('ＡＩ平臺'), 'zh-Hant')).toEqual([
      ['ＡＩ', false],
      ['平臺', true],
    ])
  })

  test('in English as whole words, singular or plural, hyphen or none', () => {
    const en = 'Co‑operation, cooperation and high-quality platforms; they co-operate.'
    expect(marked(passage('合作', { en }), 'en')).toEqual([
      ['Co‑operation', true],
      ['cooperation', true],
      ['quality', true],
      ['platforms', true],
      ['co-operate', true],
    ])
    expect(marked(passage('領域', { en: 'Fields, memoranda, civil servants' }), 'en')).toEqual([
      ['Fields', true],
      ['memoranda', true],
      ['civil servants', true],
    ])
    expect(marked(passage('x', { en: 'Maintain the battlefield; equality' }), 'en')).toEqual([])
  })

  test('at places that lie in order within the text, apart from one another', () => {
    const words = [
      '滬港',
      '港滬',
      '數碼經濟',
      '合作協議',
      ' AI ',
      'co-operation',
      '𠮷',
      '，',
      'e\u0301',
    ]
    const text = fc.string({ unit: fc.constantFrom(...words), maxLength: 12 })
    fc.assert(
      fc.property(text, (body) => {
        const { marks } = glossaryNotes(passage(body), terms)
        let last = 0
        for (const { start, end } of marks['zh-Hant']) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(body.length)
      }),
    )
  })
})

describe('a text departs from the glossary', () => {
  test('where its original has a term and it has neither the approved rendering nor another word', () => {
    const text = passage('加強人工智能', { en: 'Strengthen machine learning' })
    expect(findings(text)).toEqual([['warning', 'en', 'artificial-intelligence', null]])
    expect(glossaryNotes(text, terms).findings[0]).toMatchObject({
      inOriginal: '人工智能',
      expected: 'artificial intelligence',
    })
  })

  test('where another word stands for the approved one', () => {
    expect(findings(passage('人工智能', { en: 'An AI laboratory' }))).toEqual([
      ['warning', 'en', 'artificial-intelligence', 'AI'],
    ])
    expect(findings(passage('發展數碼經濟'))).toEqual([
      ['warning', 'zh-Hant', 'digital-economy', '數碼經濟'],
    ])
  })

  test('not where it has the approved one, in whatever longer term', () => {
    expect(findings(passage('人工智能', { en: 'Artificial-intelligence hub' }))).toEqual([])
    const memorandum = passage('簽署備忘錄', { en: 'Signed a memorandum of understanding' })
    expect(findings(memorandum)).toEqual([])
    expect(findings(passage('中醫藥', { en: 'traditional Chinese medicine' }))).toEqual([])
  })

  test('printed and official words are only noted, and so is the word that follows the original’s', () => {
    const printed = passage('發展數碼經濟', {
      origin: 'as_printed',
      sc: '发展数码经济',
      en: 'Develop the digital economy',
    })
    expect(findings(printed)).toEqual([
      ['note', 'zh-Hant', 'digital-economy', '數碼經濟'],
      ['note', 'zh-Hans', 'digital-economy', '数码经济'],
    ])
    const official = {
      'zh-Hant': entry('人工智能實驗室', 'editorial', null),
      en: entry('Quantum AI Lab', 'official', null),
    }
    expect(findings(official)).toEqual([['note', 'en', 'artificial-intelligence', 'AI']])
  })

  test('a passage without the term, or without an original, has nothing said of it', () => {
    expect(findings(passage('地區', { en: 'area' }))).toEqual([])
    expect(glossaryNotes({}, terms)).toMatchObject({ original: null, terms: [], findings: [] })
  })
})

test('a conversion never departs where its original holds to the glossary', () => {
  for (const { text } of projects) {
    const traditional = text['zh-Hant']
    const both = passage(traditional, { sc: toSimplified(traditional) })
    const of = (language: Language) =>
      glossaryNotes(both, terms).findings.filter((finding) => finding.language === language)
    expect(of('zh-Hans').map(({ slug }) => slug)).toEqual(of('zh-Hant').map(({ slug }) => slug))
  }
})

test('the renderings of each term of the original are told, in its order', () => {
  const notes = glossaryNotes(passage('平台與滬港平台', { en: 'x' }), terms)
  expect(notes.terms).toEqual([
    { slug: 'platform', name: { 'zh-Hant': '平台', 'zh-Hans': '平台', en: 'platform' } },
    {
      slug: 'hong-kong-shanghai',
      name: { 'zh-Hant': '滬港', 'zh-Hans': '沪港', en: 'Hong Kong/Shanghai' },
    },
  ])
  expect(languages.every((language) => Array.isArray(notes.marks[language]))).toBe(true)
})
