import { expect, test } from 'vitest'
import { GET as getBadge } from '@/app/[locale]/badge/[kind]/[file]/route'
import { GET as getCalendar } from '@/app/[locale]/calendar.ics/route'
import { GET as getCard } from '@/app/[locale]/embed/[kind]/[reference]/route'
import { GET as getFeed } from '@/app/[locale]/feeds/[...path]/route'
import { GET as getFile } from '@/app/data/[file]/route'
import { resourceNames } from '@/features/outlets/api/model/resources'
import { tableNames } from '@/features/outlets/downloads/model/table'
import { publishStated } from '~/tests/support/desk/statements'
import { request } from '~/tests/support/outlets/api'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

/** What files and the API say of the register, without when they were asked and by which address. */
async function takenAway(at: string | null): Promise<Record<string, unknown>> {
  const asked = at === null ? '' : `&at=${encodeURIComponent(at)}`
  const answers: Record<string, unknown> = {}
  for (const table of tableNames) {
    const file = `${table}.json`
    const all = file.startsWith('projects') ? 'itemised=all' : ''
    const url = `http://localhost/data/${file}?${all}${asked}`
    const answer = await getFile(new Request(url), { params: Promise.resolve({ file }) })
    expect(answer.status, url).toBe(200)
    const { rows, head } = JSON.parse(await answer.text())
    answers[file] = { rows, head }
    const csv = await getFile(new Request(url.replace('.json', '.csv')), {
      params: Promise.resolve({ file: `${table}.csv` }),
    })
    answers[`${table}.csv`] = await csv.text()
  }
  const paths = [
    ...resourceNames.map((name) => `${name}?limit=200`),
    'projects/6-4.2?',
    'projects?limit=200&state=in_progress',
    'developments?limit=200&kind=event',
    `projects?limit=200&q=${encodeURIComponent('沪港')}`,
  ]
  for (const path of paths) {
    const answer = await request(`/api/v1/${path}${asked}`)
    expect(answer.status, path).toBe(200)
    const { data, total, head, asAt } = await answer.json()
    if (at !== null) expect(asAt, path).toBeTruthy()
    answers[path] = { data, total, head }
  }
  return answers
}

/** What feeds, the calendar, cards and badges tell of it. */
async function followed(at: string | null): Promise<Record<string, unknown>> {
  const asked = at === null ? '' : `?at=${encodeURIComponent(at)}`
  const to = (path: string) => new Request(`http://127.0.0.1:3000/tc/${path}${asked}`)
  const locale = 'tc'
  const answers: Record<string, Response> = {}
  for (const path of ['changes.json', 'fields/6-4.json', 'projects/6-4.2.json']) {
    const params = Promise.resolve({ locale, path: path.split('/') })
    answers[path] = await getFeed(to(`feeds/${path}`), { params })
  }
  const project = { locale, kind: 'projects', reference: '6-4.2' }
  answers.card = await getCard(to('embed/projects/6-4.2'), { params: Promise.resolve(project) })
  answers.badge = await getBadge(to('badge/projects/6-4.2.svg'), {
    params: Promise.resolve({ locale, kind: 'projects', file: '6-4.2.svg' }),
  })
  answers.calendar = await getCalendar(to('calendar.ics'), { params: Promise.resolve({ locale }) })
  const told: Record<string, unknown> = {}
  for (const [name, answer] of Object.entries(answers)) {
    expect(answer.status, name).toBe(200)
    const text = await answer.text()
    told[name] = name.endsWith('.json') ? JSON.parse(text).items : text
  }
  return told
}

test('feeds, badges and the calendar tell of a past moment what they told then', async () => {
  const { recordedAt } = await db().revision.findFirstOrThrow({ orderBy: { number: 'desc' } })
  const { card: _, ...frozen } = await followed(null)
  await publishStated('6-4.2')
  expect(await followed(null)).not.toMatchObject(frozen)
  const { card, ...then } = await followed(recordedAt.toISOString())
  expect(then).toEqual(frozen)
  expect(card).toContain('6-4.2')
})

test('files and the API give a past moment as they gave it then', async () => {
  const { recordedAt } = await db().revision.findFirstOrThrow({ orderBy: { number: 'desc' } })
  const frozen = await takenAway(null)
  await publishStated('6-4.2')
  const now = await takenAway(null)
  expect(now).not.toEqual(frozen)
  expect(await takenAway(recordedAt.toISOString())).toEqual(frozen)
})

test('before the register began there is no answer', async () => {
  const file = 'projects.csv'
  const url = `http://localhost/data/${file}?at=2024-12-31`
  const answer = await getFile(new Request(url), { params: Promise.resolve({ file }) })
  expect(answer.status).toBe(400)
  for (const path of ['/api/v1/projects', '/api/v1/projects/6-4.2']) {
    expect((await request(`${path}?at=2024-12-31`)).status).toBe(400)
  }
})
