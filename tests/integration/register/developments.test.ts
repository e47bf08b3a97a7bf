import { describe, expect, test } from 'vitest'
import { findCited } from '@/features/outlets/citations/queries/find-cited'
import { newsSentences } from '@/features/outlets/citations/wording/news'
import { developmentFilter } from '@/features/register/developments/input'
import {
  findDevelopment,
  listDevelopmentPage,
  listDevelopments,
} from '@/features/register/developments/queries'
import { listChanges } from '@/features/register/history/queries/list-changes'
import { listProjectsSince } from '@/features/register/projects/queries/list-projects'
import { hongKongDay } from '@/i18n/formats'
import { request } from '~/tests/support/outlets/api'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

const list = async (query: Record<string, string>, limit = 40) => {
  const page = await listDevelopmentPage(developmentFilter.read(query), limit)
  return page.developments.map(({ slug }) => slug)
}

describe('the list of developments', () => {
  test('from a day to a day, both included, newest first', async () => {
    expect(await list({ since: '2025-06-18', until: '2025-06-19' })).toEqual([
      '2025-06-19-1',
      '2025-06-18-1',
      '2025-06-18-2',
      '2025-06-18-3',
    ])
    expect(await list({ since: '2099-01-01' })).toEqual([])
  })

  test('of a session, a field or a project', async () => {
    const all = await list({}, 200)
    expect(all).toHaveLength(await db().development.count())
    const untied = await db().development.findMany({
      where: { fields: { none: {} }, projects: { none: {} } },
    })
    expect(untied.length).toBeGreaterThan(0)
    expect(await list({ conference: '6' }, 200)).toHaveLength(all.length - untied.length)
    expect(await list({ conference: '5' })).toEqual([])
    expect(await list({ project: '6-8.2' })).toEqual(['2025-08-02-1', '2025-05-25-1'])
    for (const slug of await list({ field: '6-4' })) {
      const fields = (await findDevelopment(slug))?.fields ?? []
      expect(fields.map(({ reference }) => reference)).toContain('6-4')
    }
  })

  test('goes on after any of its items; bad values are dropped', async () => {
    const all = await list({}, 200)
    for (const after of [all[0], all[7], all.at(-1)]) {
      expect(await list({ after: after ?? '' }, 5)).toEqual(
        all.slice(all.indexOf(after ?? '') + 1).slice(0, 5),
      )
    }
    expect(await list({ since: 'soon', field: '6_4', after: 'x' }, 200)).toEqual(all)
  })
})

test('a project is tied only to what reports a step of it', async () => {
  for (const { date, projects } of await listDevelopments()) {
    for (const { reference } of projects) {
      const { state, conference } = await db().project.findUniqueOrThrow({
        where: { reference },
        include: { conference: true },
      })
      if (date > hongKongDay(conference.heldOn)) expect(state, reference).not.toBe('not_reported')
    }
  }
})

test('a development is cited with its day, its words and who reported it', async () => {
  const cited = await findCited('development', '2025-06-18-1')
  const { en } = cited ? newsSentences(cited) : { en: '' }
  expect(en).toMatch(
    /the following happened on 18 June 2025, on reports by China Daily Hong Kong and Invest Shanghai: “The Action Plan .+” \(2025-06-18-1\)/,
  )
  expect(en).toMatch(/\/en\/developments\/2025-06-18-1\/revisions\/\d+$/)
  expect(await findCited('development', '2025-06-18-9')).toBeNull()
})

test('what changed since a day: by the day of the event, and by the day of publication', async () => {
  const since = await listProjectsSince('2025-06-18')
  expect(since.map(({ reference }) => reference)).toEqual(
    expect.arrayContaining(['6-4.2', '6-4.3', '6-8.2', '6-3.2', '6-1.1', '6-2.3']),
  )
  expect(since.map(({ reference }) => reference)).not.toContain('6-9.1')
  const today = hongKongDay(new Date())
  expect((await listChanges({ since: today }, 1)).total).toBe(await db().revision.count())
  expect((await listChanges({ until: '2024-12-31' }, 1)).total).toBe(0)
})

test('the API takes the same days, and refuses what is none', async () => {
  const { data, total } = await (
    await request('/api/v1/developments?since=2025-06-18&until=2025-06-19')
  ).json()
  expect(data.map(({ slug }: { slug: string }) => slug)).toHaveLength(total)
  expect(total).toBe(4)
  expect((await request('/api/v1/developments?since=soon')).status).toBe(400)
  expect((await request('/api/v1/revisions?until=2024-12-31')).status).toBe(200)
})
