import { expect, test } from 'vitest'
import { listConferences } from '@/features/register/conferences/queries/conferences'
import { listDevelopments } from '@/features/register/developments/queries'
import { documentFilter } from '@/features/register/documents/input'
import { findDocument } from '@/features/register/documents/queries/find-document'
import { listDocuments } from '@/features/register/documents/queries/list-documents'
import { findField, listFields } from '@/features/register/fields/queries'
import { countLeftOut, countLeftOutOf } from '@/features/register/log/queries/left-out'
import { atMoment } from '@/features/register/log/queries/moment'
import { findDay, problemOfDay } from '@/features/register/log/queries/standing'
import { findProject } from '@/features/register/projects/queries/find-project'
import { listProjectPage, listProjects } from '@/features/register/projects/queries/list-projects'
import { countUnknown } from '@/features/register/projects/queries/unknown'
import { hongKongDay } from '@/i18n/formats'
import { editorAndReviewer } from '~/tests/support/desk/officers'
import { publishSeen, sendStatement } from '~/tests/support/desk/rounds'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

async function onDay<T>(on: string, read: () => Promise<T>, options?: { search: boolean }) {
  return atMoment(await findDay({ on }), read, options)
}

test('a status holds from the day it is as of; before, none is known', async () => {
  const now = await findProject('6-4.2')
  expect(now?.statement?.asOf).toBe('2025-06-18')
  const before = await onDay('2025-06-17', () => findProject('6-4.2'))
  expect(before).toMatchObject({ state: null, stateAsOf: null, statement: null, confirmedBy: [] })
  expect(before?.title).toEqual(now?.title)
  const since = await onDay('2025-06-18', () => findProject('6-4.2'))
  expect(since).toMatchObject({ state: now?.state, statement: { asOf: '2025-06-18' } })
  expect(since?.statement?.citations).toEqual(now?.statement?.citations)
})

test('on a day after everything, things stand as they do in the present', async () => {
  const today = hongKongDay(new Date())
  const all = () => listProjectPage({}, 500)
  const [now, then] = [await all(), await onDay(today, all)]
  // Where nothing was ever stated, nothing is known of a day; of the present, nothing is reported.
  expect(then.projects).toEqual(
    now.projects.map((project) => ({
      ...project,
      state: project.stateAsOf === null ? null : project.state,
    })),
  )
  const documents = () => listDocuments(documentFilter.read({}))
  expect(await onDay(today, documents)).toEqual(await documents())
  expect(await onDay(today, () => findDocument('6-d03'))).toEqual(await findDocument('6-d03'))
  const developments = () => listDevelopments()
  expect(await onDay(today, developments)).toEqual(await developments())
})

test.each([{}, { itemised: 'no' }, { q: '金融' }] as const)(
  'the items without a known status are counted, and the slots among them: %j',
  async (filter) => {
    const day = '2025-01-01'
    const { projects } = await onDay(day, () => listProjectPage(filter, 500), { search: true })
    const unknown = projects.filter(({ state }) => state === null)
    expect(unknown.length).toBeGreaterThan(0)
    expect(await onDay(day, () => countUnknown(filter), { search: true })).toEqual({
      count: unknown.length,
      slots: unknown.filter(({ itemised }) => !itemised).length,
    })
  },
)

test('what came after the day is left out, counted, and not counted among the rest', async () => {
  const day = '2025-01-01'
  const developments = await onDay(day, () => listDevelopments({ projectReference: '6-4.2' }))
  const all = await listDevelopments({ projectReference: '6-4.2' })
  expect(developments.map(({ slug }) => slug)).toEqual(
    all.flatMap(({ slug, date }) => (date <= day ? [slug] : [])),
  )
  const later = all.length - developments.length
  expect(later).toBeGreaterThan(0)
  const leftOut = await onDay(day, () =>
    countLeftOutOf({ kind: 'project', reference: '6-4.2' }, day),
  )
  const documents = [await findProject('6-4.2'), await onDay(day, () => findProject('6-4.2'))].map(
    (project) => project?.documents.length ?? 0,
  )
  expect(leftOut).toEqual({
    documents: (documents[0] ?? 0) - (documents[1] ?? 0),
    developments: later,
  })
  const signed = {
    OR: [
      { signedOn: { gt: new Date(day) } },
      { signedOn: null, conferenceId: null, stateAsOf: { gt: new Date(day) } },
    ],
  }
  expect(await onDay(day, () => countLeftOut('document', day))).toBe(
    await db().document.count({ where: signed }),
  )
  const { facets, total, slots } = await onDay(day, () => listProjects({}))
  const counted = Object.fromEntries(facets.state.map(({ value, count }) => [value, count]))
  const stated = { stateAsOf: { lte: new Date(day) } }
  expect(counted).toMatchObject({
    not_reported: 0,
    in_progress: await db().project.count({ where: { ...stated, state: 'in_progress' } }),
  })
  expect(total + slots.length).toBe(await db().project.count())
  const found = await onDay(day, () => listProjects({ q: '黃金', state: 'in_progress' }), {
    search: true,
  })
  expect(found.total).toBe(0)
})

/** The documents that were there on a day, by their columns. */
function signedBy(day: string) {
  const held = { lte: new Date(day) }
  return {
    OR: [
      { conference: { heldOn: held }, OR: [{ signedOn: held }, { signedOn: null }] },
      { conference: null, signedOn: held },
      { conference: null, signedOn: null, statements: { some: { asOf: held } } },
    ],
  }
}

test.each(['1999-01-01', '2024-04-25', '2024-04-26', '2025-01-01', '2026-01-01'])(
  'what is left out on %s is what the pages no longer list',
  async (day) => {
    const counts = async () => ({
      project: await db().project.count(),
      document: await db().document.count(),
    })
    const held = { lte: new Date(day) }
    const there = {
      project: await db().project.count({ where: { conference: { heldOn: held } } }),
      document: await db().document.count({
        where: signedBy(day),
      }),
    }
    const all = await counts()
    for (const kind of ['project', 'document'] as const) {
      expect(await onDay(day, () => countLeftOut(kind, day))).toBe(all[kind] - there[kind])
      expect(await countLeftOut(kind, null)).toBe(0)
    }
    for (const [kind, reference, of] of [
      ['project', '6-4.2', { projectReference: '6-4.2' }],
      ['field', '6-4', { fieldReference: '6-4' }],
      ['document', '6-d03', { documentReference: '6-d03' }],
    ] as const) {
      const developments = await listDevelopments(of)
      expect(await onDay(day, () => countLeftOutOf({ kind, reference }, day))).toMatchObject({
        developments: developments.filter(({ date }) => date > day).length,
      })
      expect(await countLeftOutOf({ kind, reference }, null)).toEqual({
        documents: 0,
        developments: 0,
      })
    }
    for (const kind of ['project', 'field'] as const) {
      const reference = kind === 'project' ? '6-4.2' : '6-4'
      const tied = { [`${kind}s`]: { some: { reference } } }
      const [all, held] = [tied, { AND: [tied, signedBy(day)] }]
      const count = await onDay(day, () => countLeftOutOf({ kind, reference }, day))
      expect(count.documents).toBe(
        (await db().document.count({ where: all })) - (await db().document.count({ where: held })),
      )
    }
  },
)

test('a session, its fields and its items are not there before it was held', async () => {
  const before = await onDay('2024-04-25', async () => ({
    field: await findField('6-4'),
    fields: await listFields('6'),
    project: await findProject('6-4.2'),
    document: await findDocument('6-d03'),
    conferences: (await listConferences()).map(({ reference }) => reference),
  }))
  expect(before).toMatchObject({ field: null, fields: [], project: null, document: null })
  expect(before.conferences).not.toContain('6')
  expect(before.conferences).toContain('5')
  expect(await onDay('1999-01-01', listConferences)).toEqual([])
  expect(await onDay('2024-04-26', () => findDocument('6-d03'))).toMatchObject({ state: 'signed' })
})

test('a later statement leaves the earlier one to the days before it', async () => {
  const [author, reviewer] = await editorAndReviewer()
  await publishSeen(
    reviewer,
    await sendStatement(author, '6-4.2', { state: 'completed', asOf: '2026-02-01' }),
  )
  const stateOn = async (on: string) => {
    const project = await onDay(on, () => findProject('6-4.2'))
    return [project?.state, project?.stateAsOf]
  }
  expect(await stateOn('2025-06-17')).toEqual([null, null])
  expect(await stateOn('2026-01-31')).toEqual(['in_progress', '2025-06-18'])
  expect(await stateOn('2026-02-01')).toEqual(['completed', '2026-02-01'])
})

test('a day that cannot be answered is refused: no day, one to come, or two questions at once', async () => {
  const today = hongKongDay(new Date())
  const asked = [{}, { on: today }, { on: '1990-01-01' }, { on: today, at: '' }]
  expect(asked.map(problemOfDay)).toEqual([null, null, null, null])
  const wrong = ['', 'banana', '2025-02-30', '2025-01-01T00:00:00Z', ['2025-01-01', '2025-01-02']]
  expect(wrong.map((on) => problemOfDay({ on }))).toEqual(wrong.map(() => 'unreadable'))
  expect(problemOfDay({ on: '2999-01-01' })).toBe('future')
  expect(problemOfDay({ on: '2025-01-01', at: '2026-11-30' })).toBe('both')
  expect(await findDay({ on: '2025-01-01', at: '2026-11-30' })).toBeNull()
})
