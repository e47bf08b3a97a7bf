import { expect, test } from 'vitest'
import type { Language } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'
import { sourceFilter } from './input'
import {
  countedAs,
  countSourceFacets,
  countsBy,
  isCited,
  isPrintOnly,
  type ListedSource,
  narrowed,
  publisherNamed,
  sourceDimensions,
} from './model'

const names = (bodies: Partial<Record<Language, string>>): LocalizedText =>
  Object.fromEntries(
    Object.entries(bodies).map(([language, body]) => [
      language,
      { body, origin: 'editorial', originDetail: null, derivedFromHash: null, reviewedAt: null },
    ]),
  )

function source(slug: string, facts: Partial<ListedSource>, projects = 0): ListedSource {
  return {
    slug,
    publisher: 'Xinhua News Agency',
    publisherNames: names({ 'zh-Hant': '新華社', 'zh-Hans': '新华社', en: 'Xinhua News Agency' }),
    publishedOn: '2024-04-26',
    title: null,
    kind: 'news',
    language: 'en',
    url: 'https://example.org/1',
    note: {},
    restingCounts: countsBy((kind) => (kind === 'project' ? projects : 0)),
    ...facts,
  }
}

const sources = [
  source('a', { publishedOn: '2026-01-01' }, 2),
  source('b', { publisher: '新華社', language: 'zh-Hant', kind: 'government' }, 1),
  source('c', { publisher: 'am730', publisherNames: {}, url: null, kind: 'newspaper' }),
  source('d', { publishedOn: null }, 3),
]
const slugs = (query: Record<string, string>) =>
  narrowed(sources, sourceFilter.read(query)).map(({ slug }) => slug)

test.each([
  [{}, 'abcd'],
  [{ publisher: '新华社' }, 'abd'],
  [{ publisher: ' Xinhua News Agency ' }, 'abd'],
  [{ publisher: 'am730' }, 'c'],
  [{ publisher: 'nobody' }, ''],
  [{ kind: 'government' }, 'b'],
  [{ kind: 'rumour' }, 'abcd'],
  [{ language: 'zh-Hant' }, 'b'],
  [{ cited: 'no' }, 'c'],
  [{ cited: 'yes', address: 'yes' }, 'abd'],
  [{ address: 'no' }, 'c'],
  [{ since: '2024-04-27' }, 'a'],
  [{ until: '2024-04-26' }, 'bc'],
  [{ since: '2024-04-26', until: '2026-01-01' }, 'abc'],
  [{ since: 'soon', cited: 'maybe' }, 'abcd'],
] as const)('%j asks for %s', (query, expected) => {
  expect(slugs(query).join('')).toBe(expected)
})

test('an address that is read is written the same', () => {
  const query = { publisher: '新華社', kind: 'news', cited: 'yes', until: '2025-01-01', after: 'a' }
  expect(sourceFilter.write(sourceFilter.read(query))).toEqual(query)
})

test('each choice counts what would be listed with it, the other conditions as they are', () => {
  const conditions = sourceFilter.read({ address: 'yes', kind: 'news' })
  const facets = countSourceFacets(sources, conditions)
  for (const dimension of sourceDimensions) {
    expect(facets[dimension].length).toBeGreaterThan(0)
    for (const { value, count } of facets[dimension]) {
      expect(narrowed(sources, { ...conditions, [dimension]: value })).toHaveLength(count)
    }
  }
  expect(facets.publisher.map(({ value }) => value)).toEqual(['Xinhua News Agency'])
})

test('a publisher is one whichever of its names is asked for', () => {
  expect(publisherNamed('新華社', sources).value).toBe('Xinhua News Agency')
  expect(publisherNamed('am730', sources).value).toBe('am730')
  expect(publisherNamed('nobody', sources)).toEqual({ value: 'nobody', publisher: null })
})

test('a placeholder entry counts as no project, and still rests on the source', () => {
  expect(countedAs({ kind: 'project', itemised: true })).toBe('project')
  expect(countedAs({ kind: 'document', itemised: false })).toBe('slot')
  expect(isCited({ restingCounts: countsBy((kind) => Number(kind === 'slot')) })).toBe(true)
  expect(isCited({ restingCounts: countsBy(() => 0) })).toBe(false)
})

test('only a newspaper without an address has to be looked for on paper', () => {
  expect(isPrintOnly({ kind: 'newspaper', url: null })).toBe(true)
  expect(isPrintOnly({ kind: 'newspaper', url: 'https://example.org' })).toBe(false)
  expect(isPrintOnly({ kind: 'news', url: null })).toBe(false)
})
