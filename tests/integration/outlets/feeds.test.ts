import { expect, test } from 'vitest'
import { GET } from '@/app/[locale]/feeds/[...path]/route'
import type { Officer } from '@/features/desk/officers/model'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import { editInput } from '@/features/desk/round/edits/input'
import { headRevision } from '@/features/register/log/queries/revisions'
import { seventhConference, text } from '~/tests/support/desk/edits'
import { editorAndReviewer } from '~/tests/support/desk/officers'
import { publishSeen, sendStatement } from '~/tests/support/desk/rounds'
import { jsonFeed, readEntries, ruleErrors, schemaErrors } from '~/tests/support/outlets/feeds'
import { freshDatabase } from '~/tests/support/server/database'

/** As many entries a feed has. */
const mostEntries = 50

const db = freshDatabase()

function ask(address: string, headers: Record<string, string> = {}): Promise<Response> {
  const [, locale = '', ...rest] = (address.split('?')[0] ?? '').split('/')
  const path = rest.slice(1).map(decodeURIComponent)
  const request = new Request(`http://127.0.0.1:3000${address}`, { headers })
  return GET(request, { params: Promise.resolve({ locale, path }) })
}

/** The Atom feed of an address without its ending, well-formed, valid and the same in JSON. */
async function followed(address: string, query = '') {
  const answer = await ask(`${address}.atom${query}`)
  expect(answer.status, address).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const atom = await answer.text()
  expect(await schemaErrors([atom])).toEqual([])
  expect(ruleErrors(atom)).toEqual([])
  const inJson = await ask(`${address}.json${query}`)
  expect(inJson.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
  const entries = readEntries(atom)
  const { items } = jsonFeed.parse(await inJson.json())
  expect(items.map(({ id, title, content_html }) => [id, title, content_html])).toEqual(
    entries.map(({ id, title, html }) => [id, title, html]),
  )
  return { atom, entries }
}

async function publishEdit(author: Officer, reviewer: Officer, input: object) {
  const submitted = await submitEdit(author, editInput.parse(input))
  if (!submitted.ok) throw new Error(JSON.stringify(submitted))
  return publishSeen(reviewer, submitted.submission)
}

test('that something came with the register is news of an item alone', async () => {
  for (const [prefix, entered] of [
    ['tc', '由來源錄入'],
    ['sc', '由来源录入'],
    ['en', 'Added from'],
  ] as const) {
    for (const feed of ['changes', 'fields/6-4']) {
      const { entries } = await followed(`/${prefix}/feeds/${feed}`)
      expect(entries.length, feed).toBeGreaterThan(0)
      expect(entries.filter(({ title }) => title.includes(entered))).toEqual([])
    }
  }
  for (const item of ['projects/6-4.1', 'documents/6-d01', 'projects/6-u07']) {
    const { entries } = await followed(`/tc/feeds/${item}`)
    expect(entries.at(-1)?.title, item).toContain('由來源錄入')
  }
})

test('a publication is told to who follows the item, its field, a search or everything, and what was told keeps its name', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const feeds = [
    ['/en/feeds/projects/6-4.1', ''],
    ['/en/feeds/fields/6-4', ''],
    ['/en/feeds/changes', ''],
    ['/en/feeds/changes', '?field=6-4&kind=project'],
    ['/en/feeds/search', '?q=6-4.1'],
  ] as const
  const earlier = await Promise.all(feeds.map(([address, query]) => followed(address, query)))
  const number = await publishSeen(reviewer, await sendStatement(editor, '6-4.1'))
  const second = await publishSeen(
    reviewer,
    await sendStatement(editor, '6-4.1', { state: 'completed' }),
  )
  for (const [index, [address, query]] of feeds.entries()) {
    const { entries } = await followed(address, query)
    // A feed that is full lets its oldest entries go.
    const kept = earlier[index]?.entries ?? []
    expect(entries.slice(2), address).toEqual(kept.slice(0, entries.length - 2))
    expect(entries.length, address).toBe(Math.min(mostEntries, kept.length + 2))
    const [latest, former] = entries
    expect(latest?.title).toMatch(/^6-4\.1 .*: In progress → Completed$/)
    expect(former?.title).toMatch(/^6-4\.1 .*: Not reported → In progress$/)
    expect(former?.html).toContain('<dd>Before: Not reported</dd><dd>After: In progress</dd>')
    expect(former?.html).toContain('The sides met in Shanghai.')
    expect(former?.html).toContain('https://example.org/release')
    expect(former?.html).toContain('Approved by a reviewer (Hong Kong side)')
    expect(latest?.url).toMatch(/\/en\/projects\/6-4\.1\/revisions\/\d+$/)
    expect([latest?.id, former?.id]).toEqual(
      [second, number].map((one) => expect.stringMatching(new RegExp(`:log/${one}/en-HK$`))),
    )
    const row = await db().revision.findUniqueOrThrow({ where: { number: second } })
    expect(latest?.updated).toBe(row.recordedAt.toISOString())
  }
  const inChinese = await followed('/tc/feeds/changes')
  expect(inChinese.entries[0]?.title).toMatch(/：進行中 → 已完成$/)
  expect(inChinese.entries[0]?.id).not.toBe((await followed('/en/feeds/changes')).entries[0]?.id)
  // Feeds of other subjects do not tell of it.
  for (const [address, query] of [
    ['/en/feeds/fields/6-5', ''],
    ['/en/feeds/changes', '?kind=document'],
  ] as const) {
    const { entries } = await followed(address, query)
    expect(entries.filter(({ title }) => title.includes('6-4.1'))).toEqual([])
  }
})

test('a document is told to who follows one that signed it', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const party = await db().party.findFirstOrThrow({
    where: { document: { reference: '6-d03' } },
    orderBy: { position: 'asc' },
    include: { organisation: true, document: true },
  })
  const { organisation, document } = party
  await publishSeen(reviewer, await sendStatement(editor, document.reference))
  const { entries } = await followed(`/sc/feeds/organisations/${organisation.slug}`)
  expect(entries[0]?.title).toContain(document.reference)
  expect(entries[0]?.url).toContain(`/sc/documents/${document.reference}/revisions/`)
})

test('a development is told to who follows the project that it bears on, by its summary', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const { slug } = await db().source.findFirstOrThrow({ orderBy: { slug: 'asc' } })
  await publishEdit(editor, reviewer, {
    kind: 'development',
    reference: null,
    version: 0,
    facts: {
      date: '2025-01-02',
      kind: 'event',
      namesTheConference: false,
      fields: [],
      projects: ['6-8.1'],
    },
    passages: {
      summary: {
        en: text('Something <b>happened'),
      },
    },
    citations: [{ source: { kind: 'existing', slug }, quote: 'x', locator: '' }],
  })
  const { entries } = await followed('/en/feeds/projects/6-8.1')
  expect(entries[0]?.title).toBe('Something <b>happened: Added from sources')
  expect(entries[0]?.html).toContain('Something &lt;b&gt;happened')
  expect(entries[0]?.url).toMatch(/\/en\/developments\/2025-01-02-1\/revisions\/1$/)
  expect((await followed('/en/feeds/changes')).entries[0]).toEqual(entries[0])
})

test('the slots of a conference are no flood of news, the conference is news', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const { slug } = await db().source.findFirstOrThrow({ orderBy: { slug: 'asc' } })
  const cited = { source: { kind: 'existing', slug }, quote: '簽署', locator: '' }
  const before = (await followed('/tc/feeds/changes')).entries
  await publishEdit(editor, reviewer, {
    kind: 'conference',
    reference: null,
    version: 0,
    facts: await seventhConference(5, cited),
    passages: {
      name: { 'zh-Hant': text('第七次會議') },
    },
    citations: [],
  })
  const { entries } = await followed('/tc/feeds/changes')
  expect(entries.slice(1)).toEqual(before.slice(0, entries.length - 1))
  expect(entries[0]?.title).toContain('第七次會議')
})

test('who has the feed of the log’s head is told so, until something is published', async () => {
  const first = await ask('/en/feeds/projects/6-5.1.atom')
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toContain(String((await headRevision())?.number))
  const again = await ask('/en/feeds/projects/6-5.1.atom', { 'If-None-Match': tag })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  const [editor, reviewer] = await editorAndReviewer()
  await publishSeen(reviewer, await sendStatement(editor, '6-5.1'))
  const later = await ask('/en/feeds/projects/6-5.1.atom', { 'If-None-Match': tag })
  expect(later.status).toBe(200)
  expect(later.headers.get('etag')).not.toBe(tag)
})

test('what cannot be read, is still to come or was before the beginning is named', async () => {
  for (const [address, name] of [
    ['/en/feeds/projects/6-4.1.atom?at=yesterday', 'at'],
    ['/en/feeds/projects/6-4.1.atom?at=2999-01-01', 'at'],
    ['/en/feeds/projects/6-4.1.json?at=2024-12-31', 'at'],
    ['/en/feeds/changes.atom?kind=everything', 'kind'],
    ['/en/feeds/changes.json?only=1', 'only'],
    ['/en/feeds/search.atom', 'q'],
  ] as const) {
    const answer = await ask(address)
    expect(answer.status, address).toBe(400)
    expect((await answer.json()).detail).toMatch(new RegExp(`^${name} `))
  }
  for (const address of [
    '/en/feeds/projects/6-99.9.atom',
    '/en/feeds/fields/9-9.json',
    '/en/feeds/organisations/nobody.atom',
    '/en/feeds/changes.rss',
    '/en/feeds/people/x.atom',
    '/fr/feeds/changes.atom',
    '/zh-Hant/feeds/changes.atom',
  ]) {
    expect((await ask(address)).status, address).toBe(404)
  }
})
