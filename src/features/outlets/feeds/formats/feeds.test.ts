import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ShownRevision } from '@/features/register/log/model'
import { type Language, languages } from '@/i18n/language'
import { escaped, writable } from '@/server/files/markup'
import { change, passage, source } from '~/tests/support/desk/sample-report'
import {
  jsonFeed,
  readEntries,
  ruleErrors,
  schemaErrors,
  unescaped,
} from '~/tests/support/outlets/feeds'
import type { FeedScope } from '../model/feed'
import type { FeedContent } from '../queries/read-feed'
import { writeFeed } from '../wording/feed'
import { writeAtom } from './atom'
import { writeJsonFeed } from './json-feed'

const authority = { host: 'register.example.org', since: '2026-01-05' }

const revision = (difference: Partial<ShownRevision> = {}): ShownRevision => ({
  ...change(),
  correctsRevision: null,
  correctedByRevisions: [],
  ...difference,
})

function told(
  news: ShownRevision[],
  language: Language = 'en',
  scope: FeedScope = { of: 'projects', reference: '6-4.2' },
  more: Partial<FeedContent> = {},
) {
  const content: FeedContent = {
    scope,
    name: passage('金庫', 'The vault'),
    news,
    updated: news[0]?.recordedAt ?? null,
    sources: { [source.slug]: source },
    names: {},
    ...more,
  }
  return writeFeed(content, { language, authority, moment: null })
}

test.each([
  ['en', '6-4.2 The vault: Not reported → In progress', 'Approved by a reviewer (Hong Kong side)'],
  ['zh-Hant', '6-4.2 金庫：未有公布 → 進行中', '核准：審核人員（香港方面）'],
  ['zh-Hans', '6-4.2 金庫：尚无公开信息 → 进行中', '批准：审核人员（香港方面）'],
] as const)(
  'an entry says what changed on what, before and after, on what and by whom, %s',
  async (language, title, approved) => {
    const atom = writeAtom(told([revision()], language))
    expect(await schemaErrors([atom])).toEqual([])
    expect(ruleErrors(atom)).toEqual([])
    const [entry] = readEntries(atom)
    expect(entry).toMatchObject({
      id: `tag:register.example.org,2026-01-05:log/231/${{ en: 'en-HK', 'zh-Hant': 'zh-Hant-HK', 'zh-Hans': 'zh-Hans-CN' }[language]}`,
      title,
      updated: '2026-10-31T16:30:00.000Z',
    })
    expect(entry?.url).toMatch(/\/(tc|sc|en)\/projects\/6-4\.2\/revisions\/2$/)
    expect(unescaped(entry?.html ?? '')).toContain(approved)
    expect(entry?.html).toContain('opened its first vault &lt;in Hong Kong&gt; &amp; beyond')
    expect(entry?.html).toContain('href="https://example.org/%E8%A6%81%E8%81%9E?a=1&amp;b=2"')
  },
)

test('a passage that was rewritten has its words marked, one by one, in its own language', () => {
  const [before, after] = [passage('深化合作')['zh-Hant'], passage('深化交流')['zh-Hant']]
  const changes = [{ path: 'texts.title.zh-Hant', language: 'zh-Hant' as const, before, after }]
  const { entries } = told([revision({ action: 'text_changed', changes })])
  expect(entries[0]?.title).toBe('6-4.2 The vault: Text changed (Title)')
  expect(entries[0]?.html).toContain('<span lang="zh-Hant-HK">深化<del>合作</del></span>')
  expect(entries[0]?.html).toContain('<span lang="zh-Hant-HK">深化<ins>交流</ins></span>')
})

test('a correction says what it corrects and why', () => {
  const corrects = { corrects: 230, correctsRevision: 1, correctionReason: { en: 'A slip <b>' } }
  const { entries } = told([revision({ action: 'corrected', ...corrects })])
  expect(entries[0]?.title).toBe('6-4.2 The vault: Corrected, Not reported → In progress')
  expect(entries[0]?.html).toContain('<p>Corrects revision 1</p><p>Why: A slip &lt;b&gt;</p>')
})

test('what has no page leads to its place among the changes, for good; what has one to its revision', () => {
  const organisation = revision({ kind: 'organisation', reference: 'doj-hk' })
  expect(told([organisation]).entries[0]?.url).toMatch(/\/en\/organisations\/doj-hk\/revisions\/2$/)
  const { entries } = told([revision({ kind: 'glossary_term', reference: 'term', number: 7 })])
  expect(entries[0]?.url).toMatch(/\/en\/changes\?before=8#change-7$/)
})

test('a feed without entries is a feed', async () => {
  const written: string[] = []
  for (const language of languages) {
    for (const scope of [
      { of: 'changes', query: { only: 'corrections' } },
      { of: 'search', query: { q: '滬港 & <a>' } },
      { of: 'organisations', reference: 'doj-hk' },
    ] as const) {
      const feed = told([], language, scope)
      written.push(writeAtom(feed))
      expect(ruleErrors(writeAtom(feed))).toEqual([])
      expect(jsonFeed.parse(JSON.parse(writeJsonFeed(feed))).items).toEqual([])
    }
  }
  expect(await schemaErrors(written)).toEqual([])
})

test('the schema refuses what is no Atom, so that its silence means something', async () => {
  const atom = writeAtom(told([revision()]))
  const broken = [
    atom.replace(/<id>[^<]*<\/id>/, ''),
    atom.replace('2026-10-31T16:30:00.000Z', '31 October 2026'),
    atom.replace('<entry>', '<entry><title>second</title>'),
    atom.replace('term="project"', ''),
    atom.replace('hreflang="en-HK"', 'hreflang="en_HK"'),
  ]
  for (const one of broken) expect(await schemaErrors([one])).not.toEqual([])
  expect(ruleErrors(atom.replace('<id>tag:', '<id>'))).not.toEqual([])
  const feed = JSON.parse(writeJsonFeed(told([revision()])))
  expect(jsonFeed.safeParse({ ...feed, items: [{ id: 1, content_html: '' }] }).success).toBe(false)
  expect(jsonFeed.safeParse({ ...feed, about: {} }).success).toBe(false)
})

/** What tries to end the text that it stands in, or cannot be written at all. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ']]>',
        '<script>alert(1)</script>',
        '&amp;',
        '&#0;',
        '<!--',
        '"',
        "'",
        '\u0000',
        '\u000b',
        '\ud800',
        '\udc00',
        '\uffff',
        '\r\n',
        '\u202e',
        '滬港',
        '<b onclick="x">',
        '&',
      ),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))

const entryIn = (body: string) => ({
  body,
  origin: 'editorial' as const,
  originDetail: null,
  derivedFromHash: null,
  reviewedAt: null,
})

test('hostile text stays text: the feed is well-formed and valid, and its HTML has no tag but ours', async () => {
  const samples = fc.sample(fc.tuple(hostile, hostile, hostile, fc.constantFrom(...languages)), 300)
  const feeds = samples.map(([title, before, quote, language]) =>
    told(
      [
        revision({
          title: { 'zh-Hant': entryIn(title) },
          citations: [{ source: source.slug, quote, locator: before }],
          corrects: 1,
          correctionReason: { en: quote },
          changes: [
            {
              path: 'texts.text.en',
              language: 'en',
              before: entryIn(before),
              after: entryIn(title),
            },
            { path: 'publisher', language: null, before: quote, after: title },
            { path: `${before}.x`, language: null, before: [quote], after: { source: title } },
          ],
        }),
      ],
      language,
      { of: 'search', query: { q: title } },
      {
        sources: {
          [source.slug]: { ...source, publisher: before, title, url: `javascript:${quote}` },
        },
      },
    ),
  )
  expect(await schemaErrors(feeds.map(writeAtom))).toEqual([])
  for (const [index, feed] of feeds.entries()) {
    expect(ruleErrors(writeAtom(feed))).toEqual([])
    const [read] = readEntries(writeAtom(feed))
    expect(read?.title).toBe(feed.entries[0]?.title)
    expect(read?.html).toBe(feed.entries[0]?.html)
    const json = jsonFeed.parse(JSON.parse(writeJsonFeed(feed)))
    expect(json.items[0]?.content_html).toBe(feed.entries[0]?.html)
    const tags = new Set([...(read?.html ?? '').matchAll(/<[^>]*>/g)].map(([tag]) => tag))
    for (const tag of tags) {
      expect(tag, JSON.stringify(samples[index])).toMatch(
        /^<\/?(p|dl|dt|dd|ul|li|del|ins|small|blockquote|span|a)( lang="[\w-]+"| href="https?:[^"<>]*")?>$/,
      )
    }
  }
})

test('escaping loses nothing but what cannot be written', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(unescaped(escaped(text))).toBe(writable(text))
      expect(writable(text)).toHaveLength(text.length)
    }),
  )
})
