import { expect, test } from 'vitest'
import type { HeldSource } from '@/features/register/sources/model'
import { afterIntent, withHeldSources } from './form-intents'

const sources: HeldSource[] = [
  {
    slug: 'bureau-2025-01-02',
    publisher: 'Example Bureau',
    publishedOn: '2025-01-02',
    title: 'A release',
    kind: 'government',
    language: 'zh-Hant',
    url: 'https://www.example.org/release?id=1',
  },
]
const typed = (url: string, publisher = '') => ({
  'citations.0.source.kind': 'new',
  'citations.0.source.url': url,
  'citations.0.source.publisher': publisher,
  'citations.0.source.sourceKind': 'news',
  'citations.0.quote': 'Words',
})

test.each([
  'https://www.example.org/release?id=1',
  'http://example.org/release/?id=1&utm_source=mail#top',
])('%s is a source that is held: it is chosen, and nothing else is lost', (url) => {
  const { values, held } = withHeldSources(typed(url), sources)
  expect(held).toEqual(['citations.0'])
  expect(values).toMatchObject({
    'citations.0.source.kind': 'existing',
    'citations.0.source.slug': 'bureau-2025-01-02',
    'citations.0.quote': 'Words',
  })
})

test('another page of the same site is a new source of the same publisher', () => {
  const url = 'https://example.org/other'
  expect(withHeldSources(typed(url), sources).held).toEqual([])
  expect(afterIntent(typed(url), 'look:citations.0', sources)).toEqual({
    at: 'citations.0',
    values: {
      ...typed(url, 'Example Bureau'),
      'citations.0.source.sourceKind': 'government',
      'citations.0.source.language': 'zh-Hant',
    },
  })
  const own = typed(url, 'Somebody else')
  expect(afterIntent(own, 'look:citations.0', sources).values).toEqual(own)
})

test('a row is added after those that hold something', () => {
  const { values, at } = afterIntent(
    { 'facts.fields.0': '6-4', 'facts.fields.1': '' },
    'add:facts.fields',
    sources,
  )
  expect(values).toEqual({ 'facts.fields.0': '6-4' })
  expect(at).toBe('facts.fields.1')
})

test('Simplified is a conversion of the Traditional, whatever stood there', () => {
  const { values } = afterIntent(
    {
      'texts.title.zh-Hant.body': '合作備忘錄',
      'texts.title.zh-Hans.body': '旧',
      'texts.title.zh-Hans.origin': 'official',
      'texts.title.zh-Hans.checked': 'on',
    },
    'propose:title:zh-Hans',
    sources,
  )
  expect(values).toEqual({
    'texts.title.zh-Hant.body': '合作備忘錄',
    'texts.title.zh-Hans.body': '合作备忘录',
    'texts.title.zh-Hans.origin': 'script_conversion',
  })
})

test('Traditional is proposed only where there is none, and marked to be read', () => {
  const original = {
    'texts.title.zh-Hans.body': '合作备忘录',
    'texts.title.zh-Hans.origin': 'as_printed',
  }
  expect(afterIntent(original, 'propose:title:zh-Hant', sources).values).toMatchObject({
    'texts.title.zh-Hant.body': '合作備忘錄',
    'texts.title.zh-Hant.proposed': 'on',
  })
  const both = { ...original, 'texts.title.zh-Hant.body': '合作備忘錄（暫譯）' }
  expect(afterIntent(both, 'propose:title:zh-Hant', sources).values).toEqual(both)
})
