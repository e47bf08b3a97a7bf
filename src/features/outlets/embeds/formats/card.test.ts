import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentStates, projectStates } from '@/features/register/states/model/states'
import { stateWord } from '@/features/register/states/wording'
import { languages, languageTags } from '@/i18n/language'
import { schemaErrors, unescaped } from '~/tests/support/outlets/feeds'
import { cities } from '~/tests/support/register/cities'
import { cardQuery } from '../input'
import type { CardTheme, ItemCard } from '../model/card'
import { writeBadge } from './badge'
import { writeCard, writeNoCard } from './card'
import { shapeOf } from './shape'
import { textWidth } from './text-width'

const entry = (body: string) => ({
  body,
  origin: 'as_printed' as const,
  originDetail: null,
  derivedFromHash: null,
  reviewedAt: null,
})

const publisher = (name: string) => ({
  publisher: name,
  publisherNames: { 'zh-Hant': entry(name), 'zh-Hans': entry(name), en: entry(name) },
  language: 'en' as const,
})

const item = (change: Partial<ItemCard> = {}): ItemCard => ({
  kind: 'projects',
  reference: '6-4.2',
  name: { 'zh-Hant': entry('金庫') },
  state: 'in_progress',
  asOf: '2025-06-26',
  publishers: [publisher('Caixin'), publisher('Xinhua')],
  lastNews: '2026-01-26',
  confirmedBy: ['HK', 'SH'],
  sides: cities,
  ...change,
})

test.each([
  ['zh-Hant', '進行中', '截至 <time datetime="2025-06-26">2025年6月26日</time>', '港 ✓ 滬 ✓'],
  ['zh-Hans', '进行中', '截至 <time datetime="2025-06-26">2025年6月26日</time>', '港 ✓ 沪 ✓'],
  ['en', 'In progress', '<time datetime="2025-06-26">26 June 2025</time>', 'HK ✓'],
] as const)(
  'a card says where the item stands, of which day, and who confirms it, %s',
  (language, word, day, marks) => {
    const html = writeCard(item(), { language, theme: 'light' })
    expect(html).toContain(`<html lang="${languageTags[language]}">`)
    expect(html).toContain(`<span>${word}</span>`)
    expect(html).toContain(day)
    expect(html).toContain(marks)
    expect(html).toMatch(/<a href="[^"]+\/projects\/6-4\.2" target="_blank" rel="noopener">/)
    expect(html).not.toMatch(/<script|<link rel="(?!canonical)|src=|@import|url\(/)
    expect(html.includes('lang="zh-Hant-HK">金庫</span>')).toBe(language !== 'zh-Hant')
  },
)

test.each([
  [
    'zh-Hant',
    '來源：Caixin及Xinhua',
    '最近消息： <time datetime="2026-01-26">2026年1月26日</time>',
  ],
  [
    'zh-Hans',
    '来源：Caixin和Xinhua',
    '最近消息： <time datetime="2026-01-26">2026年1月26日</time>',
  ],
  [
    'en',
    'Source: Caixin and Xinhua',
    'Last news: <time datetime="2026-01-26">26 January 2026</time>',
  ],
] as const)(
  'a card names its sources and the day of the last news, %s',
  (language, source, news) => {
    const html = writeCard(item(), { language, theme: 'light' })
    expect(html).toContain(source)
    expect(html).toContain(news)
    // The day of the state itself is not said twice.
    const same = writeCard(item({ lastNews: '2025-06-26' }), { language, theme: 'light' })
    expect(same.match(/<time/g)).toHaveLength(1)
  },
)

test('a card has the colours that its address asks for, light unless it says otherwise', () => {
  const read = (theme: unknown) => cardQuery.parse({ theme }).theme
  expect([undefined, 'light', 'dark', 'auto', 'black'].map(read)).toEqual([
    'light',
    'light',
    'dark',
    'auto',
    'light',
  ])
  const styled = (theme: CardTheme) => writeCard(item(), { language: 'en', theme })
  expect(styled('light')).toContain('color-scheme:light;')
  expect(styled('light')).not.toContain('prefers-color-scheme')
  expect(styled('dark')).toContain('color-scheme:dark;--paper:#141617')
  expect(styled('dark')).not.toContain('#fbfaf6')
  expect(styled('auto')).toContain('@media(prefers-color-scheme:dark)')
})

test('a slot, a field without projects and an unknown reference are said to be so', () => {
  const slot = writeCard(
    item({
      reference: '6-u07',
      name: {},
      asOf: null,
      confirmedBy: [],
      publishers: [],
      lastNews: null,
    }),
    {
      language: 'en',
      theme: 'light',
    },
  )
  expect(slot).toContain('6-u07 (details not published)')
  expect(slot).not.toMatch(/✓|<time/)
  const field = { kind: 'fields' as const, reference: '6-4', name: {}, counts: [], notItemised: 31 }
  expect(writeCard(field, { language: 'zh-Hant', theme: 'light' })).toContain('沒有項目')
  expect(
    writeNoCard({ language: 'en', theme: 'light' }, { kind: 'projects', reference: '6-99.9' }),
  ).toContain('6-99.9')
})

test('every state has a shape of its own, without React', () => {
  const states = [...new Set([...projectStates, ...documentStates])]
  const shapes = states.map(shapeOf)
  expect(new Set(shapes).size).toBe(states.length)
  for (const shape of shapes)
    expect(shape).toMatch(/^(<(circle|path|rect)( [a-z-]+="[^"]*")+><\/\2>)+$/)
})

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('</style>', '<script>alert(1)</script>', '"', "'", '&', '\u0000', '\ud800'),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''))

test('whatever a thing is called, a card has no tag but its own', () => {
  // How many stretches of other languages a name has, its characters decide.
  const tags = (html: string) =>
    [...html.matchAll(/<\/?([a-z0-9]+)/g)]
      .map(([tag]) => tag)
      .filter((tag) => !tag.endsWith('span'))
  const usual = tags(writeCard(item(), { language: 'en', theme: 'light' }))
  fc.assert(
    fc.property(hostile, (name) => {
      fc.pre(name !== '')
      const html = writeCard(item({ name: { 'zh-Hant': entry(name) } }), {
        language: 'en',
        theme: 'light',
      })
      expect(tags(html)).toEqual(usual)
    }),
  )
})

test('a badge is a picture with a name, wide enough for its words, in every state and language', async () => {
  const written: string[] = []
  for (const language of languages) {
    for (const state of [...projectStates, ...documentStates]) {
      const svg = writeBadge(item({ state }), language)
      written.push(svg)
      const word = stateWord(state, language)
      expect(svg).toContain('role="img" aria-labelledby="title"')
      expect(unescaped(/<title id="title">([^<]*)/.exec(svg)?.[1] ?? '')).toContain(word)
      const width = Number(/^<svg[^>]* width="([\d.]+)"/.exec(svg)?.[1])
      const texts = [
        ...svg.matchAll(/<text[^>]* x="([\d.]+)"[^>]* textLength="([\d.]+)"[^>]*>([^<]*)/g),
      ]
      expect(texts).toHaveLength(2)
      const [label, shown] = texts.map(([, x, length, text]) => ({
        end: Number(x) + Number(length),
        perSign: Number(length) / [...(text ?? '')].length,
      }))
      expect(shown?.end).toBeLessThan(width)
      expect(label?.end).toBeLessThan(Number(texts[1]?.[1]))
      // Chinese is as wide as it is high; a narrower box would squeeze it.
      if (language !== 'en') expect(shown?.perSign).toBeGreaterThanOrEqual(12)
    }
  }
  // Well-formed: the schema of feeds refuses pictures, but with no complaint about their syntax.
  const complaints = await schemaErrors(written)
  expect(complaints.filter((one) => /parser error/.test(one))).toEqual([])
})

test('full-width signs are as wide as the font is high, and Latin ones narrower', () => {
  expect(textWidth('滬港，', 12)).toBe(36)
  expect(textWidth('', 12)).toBe(0)
  expect(textWidth('iii', 12)).toBeLessThan(textWidth('mmm', 12))
  expect(textWidth('衞\u{E0100}', 12)).toBe(12)
})

test('a publisher is named once, in the reader’s language, or marked with its own', () => {
  const nowhereElse = { publisher: '識港網 <b>', publisherNames: {}, language: 'zh-Hant' as const }
  const paper = {
    publisher: '大公報',
    publisherNames: { en: entry('Ta Kung Pao') },
    language: 'zh-Hant' as const,
  }
  const html = writeCard(item({ publishers: [paper, nowhereElse, paper] }), {
    language: 'en',
    theme: 'light',
  })
  expect(html).toContain(
    'Source: Ta Kung Pao and <span lang="zh-Hant-HK">識港網 &lt;b&gt;</span></p>',
  )
})
