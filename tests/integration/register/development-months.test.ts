import { beforeAll, describe, expect, test } from 'vitest'
import { listContradictions } from '@/features/desk/contradictions/queries'
import { readForm } from '@/features/desk/round/edits/model/form'
import { listEvents } from '@/features/outlets/calendar/queries/list-events'
import { findCited } from '@/features/outlets/citations/queries/find-cited'
import { newsSentences } from '@/features/outlets/citations/wording/news'
import { findCard } from '@/features/outlets/embeds/queries/find-card'
import { developmentFilter } from '@/features/register/developments/input'
import {
  findDevelopment,
  listDevelopmentPage,
  listDevelopments,
} from '@/features/register/developments/queries'
import { countLeftOutOf } from '@/features/register/log/queries/left-out'
import { atMoment } from '@/features/register/log/queries/moment'
import { readSnapshot } from '@/features/register/log/queries/snapshot'
import { findDay } from '@/features/register/log/queries/standing'
import { readQuery } from '@/features/register/search/queries/read-query'
import { searchRegister } from '@/features/register/search/queries/search-register'
import { cite, edit, held, open } from '~/tests/support/desk/editor-forms'
import { editorAndReviewer } from '~/tests/support/desk/officers'
import { request } from '~/tests/support/outlets/api'
import { csvRows, json } from '~/tests/support/outlets/files'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

let month = ''
let another = ''
let lastDay = ''

const list = async (query: Record<string, string>) =>
  (await listDevelopmentPage(developmentFilter.read(query), 200)).developments.map(
    ({ slug }) => slug,
  )

/** Adds a development of a date through the round. @returns its reference. */
async function add(date: string): Promise<string> {
  const [author, reviewer] = await editorAndReviewer()
  return edit(author, reviewer, ['development', null], {
    'facts.date': date,
    'facts.kind': 'event',
    'facts.projects.0': '6-3.2',
    'texts.summary.en.body': `Something that happened in ${date}.`,
    'texts.summary.en.origin': 'editorial',
    ...cite('citations.0', held),
  })
}

beforeAll(async () => {
  month = await add('2026-09')
  lastDay = await add('2026-09-30')
  another = await add('2026-09')
})

describe('a development known by its month only', () => {
  test('its reference is no day, and the log says the month as the tables do', async () => {
    expect([month, lastDay, another]).toEqual(['2026-09-m1', '2026-09-30-1', '2026-09-m2'])
    const snapshot = await db().$transaction((tx) => readSnapshot(tx, 'development', month))
    expect(snapshot.date).toBe('2026-09')
    const [entry] = await db().revision.findMany({ where: { subjectReference: month } })
    expect(entry?.after).toEqual(snapshot)
    const moment = { at: 'now', instant: '2026-12-01T00:00:00Z', number: entry?.number ?? 0 }
    const now = await findDevelopment(month)
    const [then] = await atMoment(moment, () => listDevelopments({ slug: month }))
    expect(then).toEqual(now)
    expect(now?.date).toBe('2026-09')
  })

  test('the form takes a day or a month, and says what is neither', async () => {
    const [author, reviewer] = await editorAndReviewer()
    const { values } = await open(author, 'development', lastDay)
    for (const date of ['2026-13', '2026-09-31', 'September 2026', '2026']) {
      expect(readForm('development', { ...values, 'facts.date': date }), date).toEqual({
        problems: [{ field: 'facts.date', code: 'not_a_date' }],
      })
    }
    await edit(author, reviewer, ['development', lastDay], { 'facts.date': '2026-09' })
    expect((await findDevelopment(lastDay))?.date).toBe('2026-09')
    await edit(author, reviewer, ['development', lastDay], { 'facts.date': '2026-09-30' })
    expect((await findDevelopment(lastDay))?.date).toBe('2026-09-30')
  })

  test('it is between two days where a day of the month is, and stands at the end of its month', async () => {
    const asked: [since: string, until: string, isListed: boolean][] = [
      ['2026-08-01', '2026-08-31', false],
      ['2026-08-31', '2026-09-01', true],
      ['2026-09-10', '2026-09-12', true],
      ['2026-09-30', '2026-10-31', true],
      ['2026-10-01', '2026-10-31', false],
    ]
    for (const [since, until, isListed] of asked) {
      expect((await list({ since, until })).includes(month), `${since} ${until}`).toBe(isListed)
    }
    const all = await list({})
    expect(all.indexOf(lastDay)).toBe(all.indexOf(month) + 2)
  })

  test('every outlet says the month, and a calendar nothing', async () => {
    const { data } = await (await request(`/api/v1/developments/${month}`)).json()
    expect(data.date).toBe('2026-09')
    expect(await csvRows(`/data/developments.csv?reference=${month}`)).toMatchObject([
      { date: '2026-09' },
    ])
    expect((await json(`/data/developments.json?reference=${month}`)).rows).toMatchObject([
      { date: '2026-09' },
    ])
    const cited = await findCited('development', month)
    expect(cited && newsSentences(cited)).toMatchObject({
      en: expect.stringContaining('the following happened in September 2026'),
      'zh-Hant': expect.stringContaining('2026年9月有以下進展'),
    })
    expect(await findCard('projects', '6-3.2')).toMatchObject({ lastNews: '2026-09' })
    const events = (await listEvents()).map(({ reference }) => reference)
    expect(events).toContain(lastDay)
    expect(events).not.toContain(month)
    const { groups } = await searchRegister({ clauses: await readQuery('2026年9月') })
    expect(groups.flatMap(({ references }) => references)).toContain(month)
  })

  test('under a day it counts once the month is over', async () => {
    const there = async (on: string) => {
      const day = await findDay({ on })
      const listed = await atMoment(day, () => listDevelopments({ slug: month }))
      const { developments } = await countLeftOutOf({ kind: 'project', reference: '6-3.2' }, on)
      return [listed.length, developments]
    }
    expect(await there('2026-09-29')).toEqual([0, 3])
    expect(await there('2026-09-30')).toEqual([1, 0])
  })

  test('it is a later step only where the whole month lies after the session', async () => {
    const { currentStatementId } = await db().project.findUniqueOrThrow({
      where: { reference: '6-3.2' },
    })
    const ofProject = { where: { reference: '6-3.2' } }
    const asNotReported = { state: 'not_reported', currentStatementId: null } as const
    const conference = { where: { reference: '6' } }
    const { heldOn } = await db().conference.findUniqueOrThrow(conference)
    const stepsAfter = async (day: string) => {
      await db().conference.update({ ...conference, data: { heldOn: new Date(day) } })
      const { contradictions } = await listContradictions({ take: 100 })
      const found = contradictions.find(
        ({ code, reference }) => code === 'news_unreported' && reference === '6-3.2',
      )
      return found?.detail.split(', ').filter((one) => one.startsWith('2026-09')) ?? []
    }
    await db().project.update({ ...ofProject, data: asNotReported })
    expect(await stepsAfter('2026-08-31')).toEqual([lastDay, month, another])
    expect(await stepsAfter('2026-09-01')).toEqual([lastDay])
    expect(await stepsAfter('2026-09-30')).toEqual([])
    await db().conference.update({ ...conference, data: { heldOn } })
    const asBefore = { state: 'in_progress', currentStatementId } as const
    await db().project.update({ ...ofProject, data: asBefore })
  })

  test('a row of a month has its last day: the database holds no made-up one', async () => {
    const broken = db().development.update({
      where: { slug: month },
      data: { date: new Date('2026-09-18') },
    })
    await expect(broken).rejects.toThrow(/a_month_is_its_last_day/)
  })
})
