import { describe, expect, test } from 'vitest'
import { GET } from '@/app/data/[file]/route'
import { seedOfRun } from '@/cli/test-seed.mjs'
import { findCited } from '@/features/outlets/citations/queries/find-cited'
import { newsSentences } from '@/features/outlets/citations/wording/news'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import { listConferences } from '@/features/register/conferences/queries/conferences'
import { listDevelopments } from '@/features/register/developments/queries'
import { findDocument } from '@/features/register/documents/queries/find-document'
import { sourceFilter } from '@/features/register/evidence/input'
import {
  countedKinds,
  isCited,
  type Resting,
  type RestingCitation,
  type RestingKind,
} from '@/features/register/evidence/model'
import {
  findSourceWithResting,
  listSourcePage,
  listSourcesWithCounts,
} from '@/features/register/evidence/queries'
import { findField } from '@/features/register/fields/queries'
import { findProject } from '@/features/register/projects/queries/find-project'
import type { ShownCitation } from '@/features/register/sources/model'
import { editorAndReviewer, newOfficer } from '~/tests/support/desk/officers'
import { publishSeen, sendStatement, submitSideView } from '~/tests/support/desk/rounds'
import { everyKey, request } from '~/tests/support/outlets/api'
import { freshDatabase } from '~/tests/support/server/database'
import { sampled } from '~/tests/support/server/sample'

const db = freshDatabase()

/** What rests on each source, by its slug, a line for each citation: what, for what it is cited, and where. */
type Lines = Map<string, string[]>

function lineOf(kind: string, reference: string, citation: RestingCitation): string {
  const { basis, announced, side, quote, locator } = citation
  return JSON.stringify([kind, reference, basis, announced, side, quote, locator])
}

function noting() {
  const lines: Lines = new Map()
  const note = (
    kind: RestingKind,
    reference: string,
    cited: readonly ShownCitation[] = [],
    why: Partial<RestingCitation> & Pick<RestingCitation, 'basis'>,
  ) => {
    for (const { source, quote, locator } of cited) {
      const line = lineOf(kind, reference, { announced: null, side: null, quote, locator, ...why })
      lines.set(source.slug, [...(lines.get(source.slug) ?? []), line])
    }
  }
  return { lines, note }
}

/** What the pages of items cite. */
async function walkOverItems(keys: { projects: string[]; documents: string[] }): Promise<Lines> {
  const { lines, note } = noting()
  const items = [
    ...keys.projects.map((key) => ({ kind: 'project' as const, key, find: findProject })),
    ...keys.documents.map((key) => ({ kind: 'document' as const, key, find: findDocument })),
  ]
  for (const { kind, key, find } of items) {
    const item = await find(key)
    note(kind, key, item?.citations, { basis: 'own' })
    note(kind, key, item?.statement?.citations, { basis: 'statement' })
    for (const { side, citations } of item?.statement?.confirmations ?? []) {
      note(kind, key, citations, { basis: 'view', side })
    }
  }
  return lines
}

/** What all other pages cite. */
async function walkOverTheRest(fields: string[]): Promise<Lines> {
  const { lines, note } = noting()
  for (const key of fields) note('field', key, (await findField(key))?.citations, { basis: 'own' })
  for (const { slug, citations } of await listDevelopments()) {
    note('development', slug, citations, { basis: 'own' })
  }
  for (const { reference, announced } of await listConferences()) {
    for (const kind of announcementKinds) {
      const why = { basis: 'announced', announced: kind } as const
      note('conference', reference, announced[kind].citations, why)
    }
  }
  return lines
}

/** What the page of a source says that rests on it. */
async function toldOf(slug: string): Promise<string[]> {
  const page = await findSourceWithResting(slug)
  const lines = page?.resting.flatMap(({ kind, reference, citations }) =>
    citations.map((citation) => lineOf(kind, reference, citation)),
  )
  return (lines ?? []).sort()
}

describe('what rests on a source is what cites it', () => {
  test('of every source, as the register opens', async () => {
    const keys = await everyKey(db())
    const walked = [await walkOverItems(keys), await walkOverTheRest(keys.fields)]
    const isSlot = { where: { itemised: false }, select: { reference: true } }
    const slots = [
      ...(await db().project.findMany(isSlot)),
      ...(await db().document.findMany(isSlot)),
    ]
    const isOfSlot = new Set(slots.map(({ reference }) => reference))
    const listed = await listSourcesWithCounts()
    expect(listed).toHaveLength(keys.sources.length)
    // The pages of some of them in one run: which, moves with its seed.
    const every = sampled(1, 6)
    for (const [at, { slug, restingCounts }] of listed.entries()) {
      const expected = walked.flatMap((lines) => lines.get(slug) ?? []).sort()
      if (at % every === seedOfRun() % every) expect(await toldOf(slug), slug).toEqual(expected)
      const owners = expected.map((line) => JSON.parse(line).slice(0, 2))
      const counted = new Map(
        owners.map(([kind, key]) => [`${kind} ${key}`, isOfSlot.has(key) ? 'slot' : kind]),
      )
      for (const kind of countedKinds) {
        const count = [...counted.values()].filter((one) => one === kind).length
        expect(restingCounts[kind], `${slug} ${kind}`).toBe(count)
      }
    }
    // The texts of 34, and not the 65 that were announced; and on some sources nothing.
    const printed = listed.find(({ slug }) => slug === 'tkp-2024-04-27')?.restingCounts
    expect(printed).toMatchObject({ conference: 1, field: 15, project: 34 })
    expect(listed.filter((source) => !isCited(source)).length).toBeGreaterThan(0)
  })

  test('of statements the current one counts, and of the words of a side the last', async () => {
    const items = { projects: ['6-4.2'], documents: ['6-d01'] }
    const before = await walkOverItems(items)
    const [author, reviewer] = await editorAndReviewer()
    const shanghai = await newOfficer('editor', { side: 'SH' })
    for (const note of ['其一', '其二']) {
      await publishSeen(reviewer, await sendStatement(author, '6-4.2'))
      await publishSeen(reviewer, await sendStatement(author, '6-d01'))
      await publishSeen(reviewer, await submitSideView(shanghai, '6-d01', note))
    }
    await publishSeen(reviewer, await submitSideView(shanghai, '6-d01', '其三'))
    const after = await walkOverItems(items)
    for (const slug of new Set([...before.keys(), ...after.keys()])) {
      const told = (await toldOf(slug)).filter((line) => /^\["\w+","6-(4\.2|d01)"/.test(line))
      expect(told, slug).toEqual((after.get(slug) ?? []).sort())
    }
    const views = [...after.values()].flat().filter((line) => JSON.parse(line)[2] === 'view')
    expect(views.map((line) => JSON.parse(line).slice(4))).toEqual([['SH', '其三', null]])
    // What no longer counts is told of the history, and of nothing that is current.
    const [replaced] = [...before.keys()].filter((slug) => !after.has(slug))
    const source = await findSourceWithResting(replaced ?? '')
    const subjects = source?.inHistory.map(({ kind, reference }) => `${kind} ${reference}`)
    expect(['project 6-4.2', 'document 6-d01'].some((one) => subjects?.includes(one))).toBe(true)
    const [view] = await db().source.findMany({
      where: { url: { contains: encodeURIComponent('其一') } },
    })
    expect(await findSourceWithResting(view?.slug ?? '')).toMatchObject({
      resting: [],
      inHistory: [{ kind: 'document', reference: '6-d01' }],
    })
  })
})

test('the API and the file give what rests on a source, as its page does', async () => {
  const page = await findSourceWithResting('tkp-2024-04-27')
  const { data } = await (await request('/api/v1/sources/tkp-2024-04-27')).json()
  expect(data.restingCounts).toEqual(page?.restingCounts)
  const told = ({ title: _, ...resting }: Resting) => resting
  expect(data.resting.map(told)).toEqual(page?.resting.map(told))
  const [row] = await fileRows('reference=tkp-2024-04-27')
  for (const kind of countedKinds) {
    expect(row?.[`resting_${kind}s`], kind).toBe(page?.restingCounts[kind])
  }
  expect(row?.page).toMatch(/\/tc\/sources\/tkp-2024-04-27$/)
})

/** The rows of the file of sources that an address asks for. */
async function fileRows(query: string): Promise<Record<string, unknown>[]> {
  const answer = await GET(new Request(`http://127.0.0.1:3000/data/sources.json?${query}`), {
    params: Promise.resolve({ file: 'sources.json' }),
  })
  return (await answer.json()).rows
}

const list = async (query: Record<string, string>, limit = 200) =>
  (await listSourcePage(sourceFilter.read(query), limit)).sources

describe('the list of sources', () => {
  test('newest first, undated ones last, and on after any of them', async () => {
    const all = await list({})
    const days = all.map(({ publishedOn }) => publishedOn ?? '')
    expect(days).toEqual([...days].sort().reverse())
    const slugs = all.map(({ slug }) => slug)
    for (const after of [slugs[0], slugs[6], slugs.at(-1)]) {
      const next = slugs.slice(slugs.indexOf(after ?? '') + 1).slice(0, 5)
      expect((await list({ after: after ?? '' }, 5)).map(({ slug }) => slug)).toEqual(next)
    }
    expect(await list({ since: 'soon', kind: 'rumour', after: 'x' })).toEqual(all)
  })

  test('a publisher is asked for by any of its names', async () => {
    const english = await list({ publisher: 'Xinhua News Agency' })
    expect(english.length).toBeGreaterThan(1)
    expect(await list({ publisher: '新華社' })).toEqual(english)
    const page = await listSourcePage({ publisher: '新華社' })
    expect(page.publisher?.value).toBe('Xinhua News Agency')
    expect(page.facets.publisher).toContainEqual(
      expect.objectContaining({ value: 'Xinhua News Agency', count: english.length }),
    )
  })

  test('page, API and file answer a filter alike, and the choices tell how many there are', async () => {
    const { facets, total } = await listSourcePage({})
    for (const query of [
      { kind: 'government' },
      { language: 'zh-Hans', since: '2024-04-26' },
      { cited: 'no' },
      { cited: 'yes', address: 'no' },
      { until: '2024-04-27', publisher: '新华社' },
    ] as Record<string, string>[]) {
      const slugs = (await list(query)).map(({ slug }) => slug)
      const asked = `${new URLSearchParams(query)}`
      const api = await (await request(`/api/v1/sources?${asked}&limit=200`)).json()
      expect(api.data.map(({ slug }: { slug: string }) => slug)).toEqual(slugs)
      expect(api.total).toBe(slugs.length)
      const rows = await fileRows(asked)
      expect(rows.map(({ slug }) => slug)).toEqual(slugs)
    }
    for (const values of Object.values(facets)) {
      expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(total)
    }
    for (const bad of ['kind=rumour', 'cited=maybe', 'since=soon', 'on=2025-01-01']) {
      expect((await request(`/api/v1/sources?${bad}`)).status, bad).toBe(400)
    }
  })
})

test('a source is cited as one, by its publisher, its day and its title', async () => {
  const cited = await findCited('source', 'tkp-2024-04-27')
  const said = cited ? newsSentences(cited) : { en: '', 'zh-Hant': '', 'zh-Hans': '' }
  expect(said.en).toMatch(
    /one of its sources is Ta Kung Pao, 27 April 2024, “滬港15領域.+” \(tkp-2024-04-27\) .+\/en\/sources\/tkp-2024-04-27\/revisions\/\d+$/,
  )
  expect(said['zh-Hant']).toMatch(/其中一個來源是大公報，2024年4月27日，「滬港/)
  expect(await findCited('source', 'nothing-2024')).toBeNull()
})
