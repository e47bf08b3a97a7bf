import { describe, expect, test } from 'vitest'
import { GET as followDevelopments } from '@/app/[locale]/feeds/[...path]/route'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import { readForm } from '@/features/desk/round/edits/model/form'
import { heldValues } from '@/features/desk/round/edits/model/starting-values'
import { developmentFilter } from '@/features/register/developments/input'
import { developmentKinds } from '@/features/register/developments/model'
import {
  countKinds,
  countWithoutKind,
  findDevelopment,
  listDevelopmentPage,
  listDevelopments,
} from '@/features/register/developments/queries'
import { recordRevision } from '@/features/register/log/commands/record'
import { atMoment } from '@/features/register/log/queries/moment'
import { readSnapshot } from '@/features/register/log/queries/snapshot'
import { snapshotOf } from '@/features/register/subjects/model/snapshot'
import { readAmendments } from '~/prisma/seed/corrections'
import { register } from '~/prisma/seed/statements'
import { edit, open, read } from '~/tests/support/desk/editor-forms'
import { editorAndReviewer } from '~/tests/support/desk/officers'
import { request } from '~/tests/support/outlets/api'
import { csvRows } from '~/tests/support/outlets/files'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

const filterOf = (query: Record<string, string>) => developmentFilter.read(query)
const slugsOf = async (query: Record<string, string>) =>
  (await listDevelopmentPage(filterOf(query), 200)).developments.map(({ slug }) => slug)

/** A development as a register held it before there were kinds. */
async function enteredBefore(slug: string) {
  await db().$transaction(async (tx) => {
    const source = await tx.source.findFirstOrThrow()
    await tx.development.create({
      data: {
        slug,
        date: new Date(slug.slice(0, 10)),
        namesTheConference: false,
        texts: { create: { part: 'summary', language: 'en', body: 'Words.', origin: 'editorial' } },
        citations: { create: { sourceId: source.id, quote: 'Words', position: 1 } },
      },
    })
    await recordRevision(tx, {
      kind: 'development',
      reference: slug,
      action: 'entered',
      actor: register,
      citations: [],
    })
  })
}

describe('what the register opens with', () => {
  test('the kind of each development is stated, in a revision of its own', async () => {
    const [, stated] = readAmendments().find(([name]) => name.startsWith('0012')) ?? []
    const rows = await db().development.findMany()
    expect(stated?.changes.map(({ reference }) => reference).sort()).toEqual(
      rows.map(({ slug }) => slug).sort(),
    )
    for (const { reference, facts } of stated?.changes ?? []) {
      expect((await findDevelopment(reference))?.kind).toBe(facts?.kind)
      const said = await db().revision.findMany({
        where: { subjectKind: 'development', subjectReference: reference },
        orderBy: { number: 'asc' },
      })
      const kinds = said.map(({ after }) => snapshotOf(after).kind)
      expect(kinds.at(-1), reference).toBe(facts?.kind)
      expect(new Set(kinds.slice(0, -1)), reference).toEqual(new Set([undefined]))
    }
  })

  test('by kind, every development is listed once, and counted as it is listed', async () => {
    const listed: string[] = []
    const facets = await countKinds(filterOf({ kind: 'report' }))
    expect(facets.map(({ value }) => value)).toEqual(developmentKinds)
    for (const { value, count } of facets) {
      const slugs = await slugsOf({ kind: value })
      expect(slugs, value).toHaveLength(count)
      expect(count, value).toBeGreaterThan(0)
      listed.push(...slugs)
    }
    expect(listed.sort()).toEqual((await slugsOf({})).sort())
    expect(await countWithoutKind(filterOf({ kind: 'report' }))).toBe(0)
  })

  test('with the other filters, and in every outlet alike; what is no kind is dropped or refused', async () => {
    const query = { kind: 'signing', field: '6-4', since: '2025-01-01' }
    const slugs = await slugsOf(query)
    expect(slugs).toEqual(['2026-03-02-1', '2026-01-26-1', '2025-06-18-1'])
    const asked = new URLSearchParams(query)
    const { data } = await (await request(`/api/v1/developments?${asked}`)).json()
    expect(data).toMatchObject(slugs.map((slug) => ({ slug, kind: 'signing' })))
    const rows = await csvRows(`/data/developments.csv?${asked}`)
    expect(rows.map((row) => [row.slug, row.development_kind])).toEqual(
      slugs.map((slug) => [slug, 'signing']),
    )
    expect(await slugsOf({ kind: 'news' })).toHaveLength((await slugsOf({})).length)
    expect((await request('/api/v1/developments?kind=news')).status).toBe(400)
    const feed = (kind: string) =>
      followDevelopments(
        new Request(`http://127.0.0.1:3000/en/feeds/developments.json?kind=${kind}`),
        { params: Promise.resolve({ locale: 'en', path: ['developments.json'] }) },
      )
    expect((await feed('news')).status).toBe(400)
    const { items } = await (await feed('report')).json()
    const told = new Set(items.map(({ url }: { url: string }) => /\/([\d-]+)\/rev/.exec(url)?.[1]))
    expect([...told].sort()).toEqual((await slugsOf({ kind: 'report' })).sort())
  })

  test('before kinds were stated, none was: those that could belong are counted beside the filter', async () => {
    const first = await db().revision.findFirstOrThrow({
      where: { subjectKind: 'development', after: { path: ['kind'], equals: 'event' } },
      orderBy: { number: 'asc' },
    })
    const moment = { at: 'then', instant: '2026-01-01T00:00:00Z', number: first.number - 1 }
    await atMoment(moment, async () => {
      const all = await listDevelopments()
      const known = all.filter(({ kind }) => kind !== null)
      expect(await countWithoutKind(filterOf({ kind: 'event' }))).toBe(all.length - known.length)
      expect(known.map(({ kind }) => kind)).not.toContain('event')
      expect(await slugsOf({ kind: 'event' })).toEqual([])
    })
  })
})

describe('entered before there were kinds', () => {
  const slug = '2025-02-03-1'

  test('it has none, in the tables as in the log', async () => {
    await enteredBefore(slug)
    expect((await findDevelopment(slug))?.kind).toBeNull()
    expect(
      await db().$transaction((tx) => readSnapshot(tx, 'development', slug)),
    ).not.toHaveProperty('kind')
    const { data } = await (await request(`/api/v1/developments/${slug}`)).json()
    expect(data.kind).toBeNull()
    expect(await csvRows(`/data/developments.csv?reference=${slug}`)).toMatchObject([
      { development_kind: '' },
    ])
    const meant = filterOf({ kind: 'event', since: '2025-02-01', until: '2025-02-28' })
    expect(await countWithoutKind(meant)).toBe(1)
  })

  test('whoever edits it states one, and it stands in the log as in the tables', async () => {
    const [author, reviewer] = await editorAndReviewer()
    const { values } = await open(author, 'development', slug)
    expect(readForm('development', values)).toEqual({
      problems: [{ field: 'facts.kind', code: 'required' }],
    })
    await edit(author, reviewer, ['development', slug], { 'facts.kind': 'meeting' })
    expect((await findDevelopment(slug))?.kind).toBe('meeting')
    const snapshot = await db().$transaction((tx) => readSnapshot(tx, 'development', slug))
    const last = await db().revision.findFirstOrThrow({ orderBy: { number: 'desc' } })
    expect(last.after).toEqual(snapshot)
    expect(snapshot).toMatchObject({ kind: 'meeting' })
    // Its form gives it back as it is.
    const again = read(
      'development',
      heldValues('development', slug, last.subjectRevision, snapshot),
    )
    expect(await submitEdit(author, again)).toMatchObject({ reason: 'nothing_changed' })
  })
})
