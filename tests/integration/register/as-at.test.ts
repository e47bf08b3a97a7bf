import { expect, test, vi } from 'vitest'
import { seedOfRun } from '@/cli/test-seed.mjs'
import { confirmStatement } from '@/features/desk/round/statements/commands/confirm-statement'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { recordRevision } from '@/features/register/log/commands/record'
import { atMoment, findMoment, problemOfMoment } from '@/features/register/log/queries/moment'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import { hongKongDay } from '@/i18n/formats'
import { editOf } from '~/tests/support/desk/edits'
import { editorAndReviewer, newOfficer } from '~/tests/support/desk/officers'
import {
  publishSeen,
  sendStatement,
  submitChange,
  submitSideView,
} from '~/tests/support/desk/rounds'
import { seeded } from '~/tests/support/register/generated-queries'
import {
  answersOf,
  publicReads,
  searchingReads,
  type Touched,
} from '~/tests/support/register/public-reads'
import { freshDatabase } from '~/tests/support/server/database'
import { sampled, wholeOrByTurns } from '~/tests/support/server/sample'

const db = freshDatabase()

const register = { role: 'register', side: null, officerId: null } as const
const head = async () =>
  (await db().revision.aggregate({ _max: { number: true } }))._max.number ?? 0
const momentOf = (number: number) => ({ at: '', instant: '', number })

async function touchedBy(random: () => number): Promise<Touched> {
  const one = <Row>(rows: Row[]) => rows[Math.floor(random() * rows.length)] as Row
  return {
    project: one(await db().project.findMany({ where: { itemised: true } })).reference,
    document: one(await db().document.findMany({ where: { itemised: true } })).reference,
    field: one(await db().field.findMany()).reference,
    organisation: one(await db().organisation.findMany({ where: { parties: { some: {} } } })).slug,
  }
}

test('read at its head, the past is the present, searches included', async () => {
  const number = await head()
  const reads = publicReads(await touchedBy(seeded(1)))
  const now = await answersOf(reads)
  expect(await atMoment(momentOf(number), () => answersOf(reads))).toEqual(now)
  const searches = ['"數字經濟" -金融', 'co-operation', '6-4.2', 'vualt', 'Caixin']
  for (const q of ['沪港', ...wholeOrByTurns(false, 'searches of the past', searches)]) {
    const searching = searchingReads(q)
    const found = await answersOf(searching)
    const then = await atMoment(momentOf(number), () => answersOf(searching), { search: true })
    expect(then, q).toEqual(found)
  }
})

/** Changes of every sort that the register knows, each by what an officer or the register does. */
const changes: ((to: Touched, nth: number) => Promise<unknown>)[] = [
  async ({ project }, nth) => {
    const [author, reviewer] = await editorAndReviewer()
    const note = { 'zh-Hant': `第${nth}次會議已於滬舉行。`, 'zh-Hans': '', en: `Meeting ${nth}.` }
    return publishSeen(reviewer, await sendStatement(author, project, { note }))
  },
  async ({ document }) => {
    const [author, reviewer] = await editorAndReviewer()
    return publishSeen(reviewer, await sendStatement(author, document, { state: 'in_effect' }))
  },
  async ({ project }) => {
    const item = await findItemToState(project)
    if (!item?.live.statementId) return
    const officer = await newOfficer('editor')
    return confirmStatement(officer, { reference: project, statementId: item.live.statementId })
  },
  async ({ project }, nth) => {
    const item = await findItemToState(project)
    if (!item?.live.statementId) return
    const [author, reviewer] = await editorAndReviewer()
    return publishSeen(reviewer, await submitSideView(author, project, `看法${nth}`))
  },
  async ({ project, field }) => {
    const [author, reviewer] = await editorAndReviewer()
    const edit = await editOf('project', project, { facts: { field } })
    if (JSON.stringify(edit) === JSON.stringify(await editOf('project', project))) return
    return publishSeen(reviewer, await submitChange(author, edit))
  },
  ({ document, project }) =>
    write('document', document, async (tx) => {
      const { id } = await tx.project.findUniqueOrThrow({ where: { reference: project } })
      const data = { projects: { set: [{ id }] }, signedOn: new Date('2024-04-27') }
      await tx.document.update({ where: { reference: document }, data })
    }),
  ({ organisation }, nth) =>
    write('organisation', organisation, async (tx) => {
      const where = { organisation: { slug: organisation }, language: 'en' } as const
      await tx.text.updateMany({ where, data: { body: `Renamed ${nth}` } })
    }),
  ({ field }, nth) =>
    write('field', field, async (tx) => {
      const where = { field: { reference: field }, language: 'zh-Hant' } as const
      await tx.text.updateMany({ where, data: { body: `第${nth}個沪港範疇` } })
    }),
  async (_, nth) => {
    const { slug } = await db().development.findFirstOrThrow({ skip: nth % 5 })
    return write('development', slug, async (tx) => {
      const where = { development: { slug }, language: 'zh-Hans' } as const
      await tx.text.updateMany({ where, data: { body: `第${nth}次进展：沪港合作` } })
      const kind = nth % 3 === 0 ? 'report' : 'measure'
      const data = { kind, namesTheConference: nth % 2 === 0 } as const
      await tx.development.update({ where: { slug }, data })
    })
  },
  async (_, nth) => {
    const { slug } = await db().source.findFirstOrThrow({ skip: nth % 7 })
    const data = { publisher: `Publisher ${nth}`, publishedOn: new Date('2025-01-02') }
    return write('source', slug, (tx) => tx.source.update({ where: { slug }, data }))
  },
  (_, nth) =>
    write('conference', '6', async (tx) => {
      const where = { conference: { reference: '6' }, kind: 'projects' } as const
      await tx.announcement.updateMany({ where, data: { number: 60 + (nth % 9) } })
    }),
  async (_, nth) => {
    const { slug } = await db().glossaryTerm.findFirstOrThrow({ skip: nth % 6 })
    const data = { also: [`別名${nth}`, `alias ${nth}`] }
    return write('glossary_term', slug, (tx) => tx.glossaryTerm.update({ where: { slug }, data }))
  },
]

/** A change in the tables and its revision, in one transaction, as commands make them. */
async function write(
  kind: SubjectKind,
  reference: string,
  change: (tx: Parameters<typeof recordRevision>[0]) => Promise<unknown>,
) {
  return db().$transaction(async (tx) => {
    await change(tx)
    return recordRevision(tx, {
      kind,
      reference,
      action: 'facts_changed',
      citations: [],
      actor: register,
    })
  })
}

const turns = sampled(200, 42)
// Each kind of change meets each of the reads within 84 turns; which of them a run leaves out moves with its seed.
const firstTurn = seedOfRun() % 84

test(`${turns} pasts are what pages showed at the time, whatever was published since`, async () => {
  const random = seeded(seedOfRun())
  const frozen: { number: number; q: string | null; to: Touched; answers: unknown }[] = []
  const read = (turn: number, q: string | null, to: Touched) =>
    answersOf(q === null ? sample(publicReads(to), turn) : searchingReads(q))
  for (let nth = firstTurn; nth < firstTurn + turns; nth++) {
    const to = await touchedBy(random)
    await changes[nth % changes.length]?.(to, nth)
    const q = nth % 16 === 0 ? (['沪港', `Meeting ${nth % 60}`, '別名'][nth % 3] ?? null) : null
    frozen.push({ number: await head(), q, to, answers: await read(nth, q, to) })
  }
  const numbers = frozen.map(({ number }) => number)
  expect(new Set(numbers).size).toBeGreaterThan(turns * 0.75)
  for (const [index, { number, q, to, answers }] of frozen.entries()) {
    const turn = firstTurn + index
    const then = await atMoment(momentOf(number), () => read(turn, q, to), { search: q !== null })
    const when = `after ${number}${q === null ? '' : `, searching ${q}`}, seed ${seedOfRun()}`
    expect(then, when).toEqual(answers)
  }
}, 900_000)

/**
 * A seventh of the reads each time, by turns, since all of them each time would take minutes: a number that does not
 * divide that of the kinds of change, so that each kind meets each of the reads.
 */
function sample<Read>(reads: Record<string, Read>, turn: number): Record<string, Read> {
  return Object.fromEntries(Object.entries(reads).filter((_, index) => index % 7 === turn % 7))
}

test('a day is its end in Hong Kong; what is not a day, or has not passed, is the present', async () => {
  const first = await db().revision.findFirstOrThrow({ orderBy: { number: 'asc' } })
  const last = await db().revision.findFirstOrThrow({ orderBy: { number: 'desc' } })
  expect(await findMoment(first.recordedAt.toISOString())).toMatchObject({
    number: (await db().revision.count({ where: { recordedAt: first.recordedAt } })) || 1,
  })
  expect(await findMoment('2024-12-31')).toEqual({
    at: '2024-12-31',
    instant: '2024-12-31T15:59:59.999Z',
    number: 0,
  })
  const after = new Date(last.recordedAt.getTime() + 1).toISOString()
  await vi.waitUntil(() => Date.parse(after) < Date.now(), { interval: 1 })
  expect(await findMoment(after)).toMatchObject({ number: last.number })
  for (const at of [undefined, '', 'yesterday', '2024-13-01', '2024-12-31T10:00', '2999-01-01']) {
    expect(await findMoment(at), String(at)).toBeNull()
  }
  expect(await findMoment(['2024-12-31', '2025-01-01'])).toMatchObject({ at: '2024-12-31' })
  const today = hongKongDay(new Date())
  const problems = [undefined, today, after, 'soon', '2024-02-30', '2999-01-01', '2024-12-31']
  expect(await Promise.all(problems.map(problemOfMoment))).toEqual([
    null,
    null,
    null,
    'unreadable',
    'unreadable',
    'future',
    'before_first',
  ])
})

test('before the first revision there was nothing, and no page fails over it', async () => {
  const reads = publicReads(await touchedBy(seeded(3)))
  const then = await atMoment(momentOf(0), () => answersOf(reads))
  expect(then).toMatchObject({
    head: null,
    conferences: [],
    project: null,
    projects: { total: 0 },
    documents: { total: 0 },
  })
  const found = await atMoment(momentOf(0), () => answersOf(searchingReads('滬港')), {
    search: true,
  })
  expect(found).toMatchObject({ hits: { found: { total: 0 } } })
})

test('whoever reads the past cannot change it', async () => {
  const number = await head()
  const slug = (await db().source.findFirstOrThrow()).slug
  await expect(
    atMoment(momentOf(number), async () => {
      const { database } = await import('@/server/database/database')
      await (await database()).source.updateMany({ where: { slug }, data: { title: 'Another' } })
    }),
  ).rejects.toThrow()
})
