import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LocalizedText } from '@/i18n/localized-text'
import { nameOfSource, publisherIn, readableAddress } from './model'

test.each([
  [
    'https://example.org/%E6%BB%AC%E6%B8%AF?q=%E5%90%88%E4%BD%9C',
    'https://example.org/滬港?q=合作',
  ],
  ['https://example.org/a%20b%2Fc', 'https://example.org/a%20b%2Fc'],
  ['https://example.org/%22%3Cscript%3E', 'https://example.org/%22%3Cscript%3E'],
  ['https://example.org/%E0%A4%A', 'https://example.org/%E0%A4%A'],
  ['no address', 'no address'],
])('%s is read as %s', (url, read) => {
  expect(readableAddress(url)).toBe(read)
})

test('what is read leads to the same page, and holds nothing that would end it', () => {
  const part = fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text.isWellFormed())
  fc.assert(
    fc.property(fc.webUrl(), part, part, (base, path, query) => {
      const url = `${base}/${encodeURIComponent(path)}?q=${encodeURIComponent(query)}`
      const read = readableAddress(url)
      expect(new URL(read).href).toBe(new URL(url).href)
      expect(read).not.toMatch(/[\s"<>]/)
    }),
  )
})

const named = (names: Partial<Record<keyof LocalizedText, string>>): LocalizedText =>
  Object.fromEntries(
    Object.entries(names).map(([language, body]) => [
      language,
      { body, origin: 'editorial', originDetail: null, derivedFromHash: null, reviewedAt: null },
    ]),
  )
const paper = {
  publisher: '大公報',
  publisherNames: named({ 'zh-Hant': '大公報', 'zh-Hans': '大公报', en: 'Ta Kung Pao' }),
  publishedOn: '2024-04-27',
  title: '滬港15領域深度合作',
  language: 'zh-Hant' as const,
}

test.each([
  ['zh-Hant', '大公報', 'zh-Hant'],
  ['zh-Hans', '大公报', 'zh-Hans'],
  ['en', 'Ta Kung Pao', 'en'],
] as const)('a publisher is called what readers of %s call it', (reader, name, language) => {
  expect(publisherIn(paper, reader)).toEqual({ name, language })
  const nameless = { ...paper, publisherNames: {} }
  expect(publisherIn(nameless, reader)).toEqual({ name: '大公報', language: 'zh-Hant' })
})

test('the nearest name stands for one that a publisher does not have', () => {
  const site = {
    ...paper,
    language: 'en' as const,
    publisher: 'P',
    publisherNames: named({ en: 'P', 'zh-Hans': '报' }),
  }
  expect(publisherIn(site, 'zh-Hant')).toEqual({ name: '报', language: 'zh-Hans' })
})

test('a source is called by publisher, day and title; in another language by what it has there', () => {
  const bodies = (source: Parameters<typeof nameOfSource>[0]) =>
    Object.fromEntries(Object.entries(nameOfSource(source)).map(([key, { body }]) => [key, body]))
  expect(bodies(paper)).toEqual({
    'zh-Hant': '大公報 · 2024年4月27日 · 滬港15領域深度合作',
    'zh-Hans': '大公报 · 2024年4月27日',
    en: 'Ta Kung Pao · 27 April 2024',
  })
  expect(bodies({ ...paper, publishedOn: null })).toEqual({
    'zh-Hant': '大公報 · 滬港15領域深度合作',
  })
  expect(bodies({ ...paper, publisherNames: {} })).toEqual({
    'zh-Hant': '大公報 · 2024年4月27日 · 滬港15領域深度合作',
  })
})
