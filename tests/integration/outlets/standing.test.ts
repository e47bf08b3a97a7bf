import { expect, test } from 'vitest'
import { GET as getBadge } from '@/app/[locale]/badge/[kind]/[file]/route'
import { GET as getCalendar } from '@/app/[locale]/calendar.ics/route'
import { GET as getCard } from '@/app/[locale]/embed/[kind]/[reference]/route'
import { GET as getFeed } from '@/app/[locale]/feeds/[...path]/route'
import { GET as getFile } from '@/app/data/[file]/route'
import { developmentFilter } from '@/features/register/developments/input'
import { countParties, listDevelopmentPage } from '@/features/register/developments/queries'
import { request } from '~/tests/support/outlets/api'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

const file = (name: string, query: string) =>
  getFile(new Request(`http://localhost/data/${name}?${query}`), {
    params: Promise.resolve({ file: name }),
  })

test('the API tells of a day how items stood, names the day, and cites nothing', async () => {
  const then = await (await request('/api/v1/projects/6-4.2?on=2025-06-17')).json()
  expect(then.meta.on).toBe('2025-06-17')
  expect(then.asAt).toBeNull()
  expect(then.data).toMatchObject({ state: null, stateAsOf: null, statement: null, citation: null })
  const since = await (await request('/api/v1/projects/6-4.2?on=2025-06-18&lang=en')).json()
  expect(since.data).toMatchObject({ state: 'in_progress', stateAsOf: '2025-06-18' })
  const now = await (await request('/api/v1/projects/6-4.2')).json()
  expect(now.meta.on).toBeNull()
  expect(now.data.citation.en).toContain('6-4.2')
  const list = await (await request('/api/v1/projects?on=2025-06-17&state=in_progress')).json()
  const references = list.data.map(({ reference }: { reference: string }) => reference)
  expect(references).not.toContain('6-4.2')
  expect(list.total).toBe(
    await db().project.count({
      where: { state: 'in_progress', stateAsOf: { lte: new Date('2025-06-17') } },
    }),
  )
  expect((await request('/api/v1/projects/6-4.2?on=2024-04-25')).status).toBe(404)
  const signed = await (await request('/api/v1/documents/6-d03?on=2024-04-26')).json()
  expect(signed.data.state).toBe('signed')
})

test('the files of items tell it too, and are named after the day', async () => {
  const json = await file('projects.json', 'reference=6-4.2&on=2025-06-17')
  expect(json.headers.get('content-disposition')).toContain('on-2025-06-17')
  const { on, rows } = JSON.parse(await json.text())
  expect([on, rows[0].state, rows[0].as_of]).toEqual(['2025-06-17', null, null])
  expect((await file('projects.xlsx', 'field=6-4&on=2025-06-17')).status).toBe(200)
  const csv = await (await file('documents.csv', 'on=2024-04-25')).text()
  expect(csv).not.toContain('6-d03')
})

test('where there is no answer for a day there is none: 400, with what is wrong', async () => {
  const wrong = ['on=banana', 'on=2999-01-01', 'on=2025-01-01&at=2026-11-30', 'on=']
  for (const query of wrong) {
    for (const path of ['projects', 'documents/6-d03']) {
      const answer = await request(`/api/v1/${path}?${query}`)
      expect(answer.status, `${path} ${query}`).toBe(400)
      const { errors } = await answer.json()
      expect(errors.map(({ field }: { field: string }) => field)).toContain('on')
    }
    expect((await file('projects.csv', query)).status, query).toBe(400)
  }
  const to = (path: string) => new Request(`http://127.0.0.1:3000/tc/${path}?on=2025-01-01`)
  const locale = 'tc'
  const params = <Params>(named: Params) => ({ params: Promise.resolve({ locale, ...named }) })
  const item = { kind: 'projects', reference: '6-4.2' }
  const answers = [
    await getFeed(to('feeds/changes.json'), params({ path: ['changes.json'] })),
    await getCard(to('embed/projects/6-4.2'), params(item)),
    await getBadge(to('badge/projects/6-4.2.svg'), params({ ...item, file: '6-4.2.svg' })),
    await getCalendar(to('calendar.ics'), params({})),
    await file('sources.csv', 'on=2025-01-01'),
    await request('/api/v1/developments?on=2025-01-01'),
  ]
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400))
})

test('developments by an organisation are the same in page, API, file and feed, and counted', async () => {
  const facets = (await countParties({})).filter(({ count }) => count > 0)
  expect(facets.length).toBeGreaterThan(2)
  for (const { value: party, count } of facets.slice(0, 3)) {
    const { developments } = await listDevelopmentPage(developmentFilter.read({ party }), 200)
    const slugs = developments.map(({ slug }) => slug)
    expect(slugs).toHaveLength(count)
    const projects = await db().project.findMany({
      where: { documents: { some: { parties: { some: { organisation: { slug: party } } } } } },
    })
    const references = projects.map(({ reference }) => reference)
    for (const { projects: tied } of developments) {
      expect(tied.some(({ reference }) => references.includes(reference))).toBe(true)
    }
    const api = await (await request(`/api/v1/developments?party=${party}&limit=200`)).json()
    expect(api.data.map(({ slug }: { slug: string }) => slug)).toEqual(slugs)
    const { rows } = JSON.parse(await (await file('developments.json', `party=${party}`)).text())
    expect(rows.map(({ slug }: { slug: string }) => slug)).toEqual(slugs)
    const path = ['developments.json']
    const feed = await getFeed(
      new Request(`http://127.0.0.1:3000/en/feeds/developments.json?party=${party}`),
      { params: Promise.resolve({ locale: 'en', path }) },
    )
    const told = JSON.stringify(await feed.json())
    expect(slugs.filter((slug) => !told.includes(slug))).toEqual([])
    // With the rest of the filter too.
    const [counted] = (await countParties({ party, until: '2024-12-31' })).filter(
      ({ value }) => value === party,
    )
    const early = { party, until: '2024-12-31' }
    expect(counted?.count).toBe((await listDevelopmentPage(early, 200)).total)
  }
  const unknown = { party: 'nobody-at-all' }
  expect((await listDevelopmentPage(unknown, 200)).total).toBe(0)
  const bad = new Request('http://127.0.0.1:3000/en/feeds/developments.json?since=soon')
  const params = Promise.resolve({ locale: 'en', path: ['developments.json'] })
  expect((await getFeed(bad, { params })).status).toBe(400)
})
