import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { documentFilter } from '@/features/register/documents/input'
import { listDocuments } from '@/features/register/documents/queries/list-documents'
import { changeFilter } from '@/features/register/history/input'
import { listChanges } from '@/features/register/history/queries/list-changes'
import { canonicalText } from '@/features/register/log/checkpoints/model/entry'
import { leafHash } from '@/features/register/log/checkpoints/model/tree'
import { projectFilter } from '@/features/register/projects/input'
import { listProjects } from '@/features/register/projects/queries/list-projects'
import { newOfficer } from '~/tests/support/desk/officers'
import { publishSeen, sendStatement } from '~/tests/support/desk/rounds'
import {
  type Ask,
  checkedAsking,
  everyKey,
  readDocument,
  request,
  walk,
} from '~/tests/support/outlets/api'
import { freshDatabase } from '~/tests/support/server/database'

type Spec = Parameters<Validator['validate']>[0]

const db = freshDatabase()

let ask: Ask
beforeAll(async () => {
  ask = await checkedAsking()
})

describe('the document', () => {
  it('is OpenAPI 3.1, and says all there is in the language asked for', async () => {
    const document = await readDocument()
    const checked = await new Validator().validate(structuredClone(document) as unknown as Spec)
    expect(checked).toEqual({ valid: true })
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(Object.keys(document.paths)).toHaveLength(17)
    const undescribed = Object.values(document.paths).flatMap(({ get }) =>
      get.parameters.filter(({ description }) => !description),
    )
    expect(undescribed).toEqual([])
    const { body } = await ask('/api/v1/openapi.json?lang=tc')
    expect(body.components.schemas.Project.description).toBe('項目。')
    expect(Object.keys(body.components.schemas)).toEqual(Object.keys(document.components.schemas))
  })

  it('describes every part of every answer', async () => {
    const { components } = await readDocument()
    const missing = Object.entries(components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, part]) => !part.description && !part.$ref)
        .map(([part]) => `${name}.${part}`),
    )
    expect(missing).toEqual([])
  })
})

const collections = {
  conferences: () => db().conference.count(),
  fields: () => db().field.count(),
  'projects?itemised=all': () => db().project.count(),
  'projects?itemised=all&sort=as_of': () => db().project.count(),
  'projects?itemised=all&sort=revised': () => db().project.count(),
  documents: () => db().document.count({ where: { itemised: true } }),
  'documents?itemised=no': () => db().document.count({ where: { itemised: false } }),
  'documents?itemised=no&sort=signed': () => db().document.count({ where: { itemised: false } }),
  'documents?sort=signed': () => db().document.count({ where: { itemised: true } }),
  'documents?sort=revised': () => db().document.count({ where: { itemised: true } }),
  organisations: () => db().organisation.count(),
  developments: () => db().development.count(),
  sources: () => db().source.count(),
  revisions: () => db().revision.count(),
} as const

for (const [address, count] of Object.entries(collections)) {
  test(`${address}: every page together is all of it, each thing once`, async () => {
    const limit = address === 'revisions' ? 60 : 3
    const keys = await walk(ask, address, limit)
    expect(keys.length).toBeGreaterThan(0)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toHaveLength(await count())
    // In one piece it is in the same order.
    expect(keys.slice(0, 200)).toEqual(await walk(ask, address, 200, 1))
  })
}

test('everything that is held is answered by itself, and in each language', async () => {
  for (const [name, keys] of Object.entries(await everyKey(db()))) {
    expect(keys.length).toBeGreaterThan(0)
    for (const [index, key] of keys.entries()) {
      const lang = ['', '?lang=tc', '?lang=sc', '?lang=en'][index % 4]
      const { status, body } = await ask(`/api/v1/${name}/${key}${lang}`)
      expect(status).toBe(200)
      const { number, reference, slug } = body.data
      expect(name === 'revisions' ? String(number) : (reference ?? slug)).toBe(key)
      expect(body.head.number).toBe(await db().revision.count())
      expect(body.asAt).toBeNull()
    }
  }
})

describe('the filters are those of the pages', () => {
  it('of projects', async () => {
    for (const query of [
      { q: '滬港' },
      { q: '數碼經濟', itemised: 'all' },
      { q: 'co-operation' },
      { field: '6-4' },
      { state: 'in_progress', sort: 'as_of' },
      { itemised: 'no' },
      { side: 'SH', itemised: 'all' },
      { party: 'devb-hk' },
      { conference: '6', field: '6-8', state: 'ongoing' },
      { conference: '5' },
    ] as Record<string, string>[]) {
      const page = await listProjects(projectFilter.read(query))
      const { body } = await ask(`/api/v1/projects?${new URLSearchParams(query)}&limit=40`)
      expect(body.total).toBe(page.total)
      expect(body.data.map(({ reference }: { reference: string }) => reference)).toEqual(
        page.projects.map(({ reference }) => reference),
      )
    }
  })

  it('of documents', async () => {
    for (const query of [
      { q: '備忘錄' },
      { kind: 'arrangement' },
      { counted: 'presumed', sort: 'signed' },
      { side: 'HK' },
      { party: 'devb-hk' },
      { itemised: 'no' },
      { field: '6-4' },
      { state: 'signed', sort: 'revised' },
      { conference: '5' },
    ] as Record<string, string>[]) {
      const page = await listDocuments(documentFilter.read(query))
      const { body } = await ask(`/api/v1/documents?${new URLSearchParams(query)}&limit=40`)
      expect(body.total).toBe(page.total)
      expect(body.data.map(({ reference }: { reference: string }) => reference)).toEqual(
        page.items.map(({ reference }) => reference),
      )
    }
  })

  it('of revisions', async () => {
    for (const query of [
      { kind: 'document' },
      { field: '6-4' },
      { party: 'devb-hk' },
      { only: 'corrections' },
    ] as Record<string, string>[]) {
      const page = await listChanges(changeFilter.read(query), 40)
      const { body } = await ask(`/api/v1/revisions?${new URLSearchParams(query)}&limit=40`)
      expect(body.total).toBe(page.total)
      expect(body.data.map(({ number }: { number: number }) => number)).toEqual(
        page.changes.map(({ number }) => number),
      )
    }
  })
})

test('a language that a text is not held in is stood in for, and that is said', async () => {
  const row = await db().document.findUniqueOrThrow({ where: { reference: '6-m01' } })
  await db().text.deleteMany({ where: { documentId: row.id, part: 'title', language: 'en' } })
  const { body: all } = await ask('/api/v1/documents/6-m01')
  expect(Object.keys(all.data.title).sort()).toEqual(['zh-Hans', 'zh-Hant'])
  const { body: english } = await ask('/api/v1/documents/6-m01?lang=en')
  expect(english.data.title).toEqual({ ...all.data.title['zh-Hant'], isFallback: true })
  const { body: simplified } = await ask('/api/v1/documents/6-m01?lang=zh-Hans-CN')
  expect(simplified.data.title).toEqual({ ...all.data.title['zh-Hans'], isFallback: false })
  const { body: slot } = await ask('/api/v1/projects/6-u01?lang=en')
  expect(slot.data.title).toBeNull()
})

test('an item says how it is cited, with its evidence and who has confirmed it', async () => {
  const { body } = await ask('/api/v1/projects/6-4.2?lang=sc')
  expect(Object.keys(body.data.citation)).toEqual(['zh-Hant', 'zh-Hans', 'en'])
  const revision = await db().revision.count({ where: { subjectReference: '6-4.2' } })
  expect(body.data.citation.en).toMatch(
    /is recorded as in progress as of .+, on reports? by [^;]+; neither city has confirmed \(revision/,
  )
  expect(body.data.citation['zh-Hant']).toContain(`/tc/projects/6-4.2/revisions/${revision}`)
  const document = await ask('/api/v1/documents/6-d03')
  expect(document.body.data.citation.en).toContain('is recorded as signed on 26 April 2024')
})

describe('an answer that is known already', () => {
  it('is not sent again, until something is published', async () => {
    const path = '/api/v1/projects/6-4.2?lang=en'
    const first = await ask(path)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"[\w-]{27}"$/)
    expect(first.headers.get('cache-control')).toBe('public, no-cache')
    const asking = (value: string) => ask(path, { headers: { 'If-None-Match': value } })
    for (const known of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
      const again = await asking(known)
      expect([again.status, again.headers.get('etag')]).toEqual([304, tag])
    }
    expect((await asking('"other"')).status).toBe(200)
    const other = await ask('/api/v1/projects/6-4.2?lang=tc', { headers: { 'If-None-Match': tag } })
    expect(other.status).toBe(200)
    expect(
      (await ask('/api/v1/projects/6-9.99', { headers: { 'If-None-Match': '*' } })).status,
    ).toBe(404)

    const [author, reviewer] = [
      await newOfficer('editor'),
      await newOfficer('reviewer', { side: 'SH' }),
    ]
    const number = await publishSeen(reviewer, await sendStatement(author, '6-1.1'))
    const later = await asking(tag)
    expect(later.status).toBe(200)
    expect(later.body.head.number).toBe(number)
    expect(later.headers.get('etag')).not.toBe(tag)

    const { body } = await ask(`/api/v1/revisions/${number}`)
    expect(body.data).toMatchObject({
      number,
      reference: '6-1.1',
      action: 'status_published',
      actor: { role: 'editor', side: 'HK' },
      approver: { role: 'reviewer', side: 'SH' },
    })
    expect(Object.keys(body.data.actor)).toEqual(['role', 'side'])
    for (const { id, name, email } of [author, reviewer]) {
      for (const secret of [id, name, email]) expect(JSON.stringify(body)).not.toContain(secret)
    }
  })
})

test('a revision is what the log signs: its fingerprint can be worked out from the answer', async () => {
  for (const number of [1, 100, await db().revision.count()]) {
    const { body } = await ask(`/api/v1/revisions/${number}`)
    const { title, changes, correctsRevision, correctedByRevisions, fingerprint, ...entry } =
      body.data
    expect(leafHash(canonicalText(entry)).toString('base64')).toBe(fingerprint)
    expect(Object.keys(changes).length).toBeGreaterThan(0)
  }
})

test('pages of other sites may read, and nothing else', async () => {
  const asked = await request('/api/v1/projects', {
    method: 'OPTIONS',
    headers: { Origin: 'https://example.org', 'Access-Control-Request-Method': 'GET' },
  })
  expect(asked.status).toBe(204)
  expect(asked.headers.get('access-control-allow-origin')).toBe('*')
  expect(asked.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS')
  expect(asked.headers.get('access-control-allow-headers')).toContain('If-None-Match')
  const { headers } = await ask('/api/v1/projects?limit=1')
  expect(headers.get('access-control-expose-headers')).toContain('ETag')
  expect(headers.get('access-control-allow-credentials')).toBeNull()
  const head = await ask('/api/v1/projects?limit=1', { method: 'HEAD' })
  expect([head.status, head.headers.get('etag')]).toEqual([200, headers.get('etag')])
})
