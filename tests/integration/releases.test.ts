import { afterEach, expect, test, vi } from 'vitest'
import type { Officer } from '@/features/desk/officers/model'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import { approveSubmission } from '@/features/desk/round/review/commands/approve-submission'
import { cancelRelease, moveRelease } from '@/features/desk/round/review/commands/change-release'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { releaseDue } from '@/features/desk/round/review/commands/release-due'
import { returnSubmission } from '@/features/desk/round/review/commands/return-submission'
import { withdrawSubmission } from '@/features/desk/round/review/commands/withdraw-submission'
import { listReleases } from '@/features/desk/round/review/queries/list-releases'
import { submitStatement } from '@/features/desk/round/statements/commands/submit-statement'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { settlePort } from '@/server/environment'
import { freshDatabase } from '../support/database'
import { editOf } from '../support/edits'
import { newOfficer } from '../support/officers'
import { statementFrom } from '../support/statements'

const db = freshDatabase()
afterEach(() => {
  vi.useRealTimers()
})

/** A moment well ahead, its own for each test, so that no test releases what another has planned. */
let years = 2030
const nextMoment = () => `${++years}-12-01T10:00`
const at = (local: string) => new Date(`${local}:00+08:00`)
function setClock(moment: Date) {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(moment)
}

const versionOf = async (reference: string) => (await findItemToState(reference))?.live.version ?? 0

async function submitted(author: Officer, reference: string): Promise<string> {
  const outcome = await submitStatement(author, await statementFrom(reference))
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome)}`)
  return outcome.submission
}

/** Approves statements on items, and more besides, for one release. @returns its id and its submissions, in order. */
async function planned(
  reviewer: Officer,
  author: Officer,
  moment: string,
  references: readonly string[],
): Promise<{ release: string; ids: string[] }> {
  const ids: string[] = []
  let release = ''
  for (const reference of references) {
    const id = await submitted(author, reference)
    const chosen = release ? { releaseId: release } : { at: moment, title: '簽署儀式' }
    const version = await versionOf(reference)
    const outcome = await approveSubmission(reviewer, { id, version, release: chosen })
    if (!outcome.ok) throw new Error(`Not approved: ${outcome.reason}`)
    release = outcome.release
    ids.push(id)
  }
  return { release, ids }
}

const people = async () => [await newOfficer('editor'), await newOfficer('reviewer')] as const
const statesOf = async (ids: readonly string[]) => {
  const rows = await db().submission.findMany({ where: { id: { in: [...ids] } } })
  return ids.map((id) => rows.find((row) => row.id === id)?.state)
}
const head = () => db().revision.count()
const mailsOf = (release: string) =>
  db().mail.findMany({ where: { key: { startsWith: `release_failed:${release}:` } } })

test('at its moment, and not before, all of a release is public, with one time on everything', async () => {
  const [author, reviewer] = await people()
  const moment = nextMoment()
  const { release, ids } = await planned(reviewer, author, moment, ['6-1.1', '6-d01'])
  const edited = await submitEdit(
    author,
    await editOf('project', '6-1.1', {
      passages: {
        note: {
          en: { body: 'A note.', origin: 'editorial', originDetail: null, checked: false },
        },
      },
    }),
  )
  if (!edited.ok) throw new Error(edited.reason)
  const joined = await approveSubmission(reviewer, {
    id: edited.submission,
    version: await versionOf('6-1.1'),
    release: { releaseId: release },
  })
  expect(joined).toEqual({ ok: true, release, at: at(moment) })

  const before = await head()
  setClock(new Date(at(moment).getTime() - 1000))
  expect(await releaseDue()).toBe(0)
  expect(await head()).toBe(before)
  setClock(new Date(at(moment).getTime() + 4000))
  expect(await releaseDue()).toBe(1)
  expect(await releaseDue()).toBe(0)

  expect(await statesOf([...ids, edited.submission])).toEqual([
    'published',
    'published',
    'published',
  ])
  const revisions = await db().revision.findMany({ where: { number: { gt: before } } })
  const published = revisions.filter(({ subjectKind }) => subjectKind !== 'source')
  expect(published.map((row) => [row.subjectReference, row.action])).toEqual([
    ['6-1.1', 'status_published'],
    ['6-d01', 'status_published'],
    ['6-1.1', 'text_changed'],
  ])
  expect(new Set(revisions.map(({ recordedAt }) => recordedAt.getTime())).size).toBe(1)
  for (const { actorId, approverId } of published) {
    expect([actorId, approverId]).toEqual([author.id, reviewer.id])
  }
  const numbers = published.map(({ number }) => number).sort((a, b) => a - b)
  const held = await db().submission.findMany({ where: { releaseId: release } })
  expect(held.map((row) => row.publishedRevision).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
    numbers,
  )
  const { over } = await listReleases()
  expect(over[0]).toMatchObject({ id: release, state: 'released', failure: null })
  const audited = await db().auditEntry.count({
    where: { action: 'releases.release', subjectReference: release, outcome: 'done' },
  })
  expect(audited).toBe(1)
})

test('one of three that conflicts keeps all three from being public; they wait for review again, and it is told once', async () => {
  const [author, reviewer] = await people()
  const other = await newOfficer('reviewer')
  const moment = nextMoment()
  const { release, ids } = await planned(reviewer, author, moment, ['6-2.1', '6-2.2', '6-3.1'])
  // Somebody else's statement of the second becomes public first.
  const rival = await submitted(await newOfficer('editor'), '6-2.2')
  const version = await versionOf('6-2.2')
  expect((await publishSubmission(other, { id: rival, version })).ok).toBe(true)
  const { planned: plans } = await listReleases()
  const foreseen = plans.find(({ id }) => id === release)
  expect(foreseen?.submissions.map(({ problem }) => problem)).toEqual([null, 'conflict', null])

  const before = await head()
  setClock(at(moment))
  expect(await releaseDue()).toBe(1)
  expect(await head()).toBe(before)
  expect(await statesOf(ids)).toEqual(['submitted', 'submitted', 'submitted'])
  const { over } = await listReleases()
  expect(over[0]).toMatchObject({
    id: release,
    state: 'failed',
    failure: { reason: 'conflict', reference: '6-2.2' },
  })
  expect(over[0]?.submissions.map(({ id }) => id)).toEqual(ids)
  expect(await releaseDue()).toBe(0)
  expect((await mailsOf(release)).map(({ officerId }) => officerId)).toEqual([reviewer.id])
  const refused = await db().auditEntry.count({
    where: { action: 'releases.release', subjectReference: release, outcome: 'refused' },
  })
  expect(refused).toBe(1)
})

test('two statements of one item in a release are foreseen to fail, and do', async () => {
  const [author, reviewer] = await people()
  const moment = nextMoment()
  const { release } = await planned(reviewer, author, moment, ['6-3.2'])
  const second = await submitted(await newOfficer('editor'), '6-3.2')
  await approveSubmission(reviewer, {
    id: second,
    version: await versionOf('6-3.2'),
    release: { releaseId: release },
  })
  const { planned: plans } = await listReleases()
  const foreseen = plans.find(({ id }) => id === release)
  expect(foreseen?.submissions.map(({ problem }) => problem)).toEqual([null, 'conflict'])
  setClock(at(moment))
  await releaseDue()
  expect(await statesOf([second])).toEqual(['submitted'])
})

test('what was withdrawn in between is not part of it, and the rest is published', async () => {
  const [author, reviewer] = await people()
  const moment = nextMoment()
  const { ids } = await planned(reviewer, author, moment, ['6-4.1', '6-4.3'])
  expect(await withdrawSubmission(author, { id: ids[0] ?? '' })).toEqual({ ok: true })
  setClock(at(moment))
  expect(await releaseDue()).toBe(1)
  expect(await statesOf(ids)).toEqual(['withdrawn', 'published'])
})

test('never what is not approved: a row that says so by mistake fails the whole', async () => {
  const [author, reviewer] = await people()
  const moment = nextMoment()
  const { release, ids } = await planned(reviewer, author, moment, ['6-5.1', '6-5.2'])
  await db().submission.update({
    where: { id: ids[1] ?? '' },
    data: { state: 'submitted', decidedAt: null },
  })
  const before = await head()
  setClock(at(moment))
  expect(await releaseDue()).toBe(1)
  expect(await head()).toBe(before)
  expect(await statesOf(ids)).toEqual(['submitted', 'submitted'])
  const { over } = await listReleases()
  expect(over.find(({ id }) => id === release)?.failure?.reason).toBe('not_approved')
})

test('an approval is worth nothing once its giver is disabled, or reviews no more', async () => {
  for (const [index, change] of [
    { disabledAt: new Date() },
    { role: 'editor' as const },
  ].entries()) {
    const [author, reviewer] = await people()
    const moment = nextMoment()
    const reference = ['6-6.1', '6-6.2'][index] ?? ''
    const { release, ids } = await planned(reviewer, author, moment, [reference])
    await db().officer.update({ where: { id: reviewer.id }, data: change })
    const { planned: plans } = await listReleases()
    const foreseen = plans.find(({ id }) => id === release)
    expect(foreseen?.submissions.map(({ problem }) => problem)).toEqual(['approver_gone'])
    setClock(at(moment))
    expect(await releaseDue()).toBe(1)
    expect(await statesOf(ids)).toEqual(['submitted'])
    const row = await db().release.findUniqueOrThrow({ where: { id: release } })
    expect(row.failure).toMatchObject({ reason: 'approver_gone', reference })
    vi.useRealTimers()
  }
})

test('an approval is worth nothing once its giver lacks the second factor that the register asks for', async () => {
  const [author, reviewer] = await people()
  const moment = nextMoment()
  const { release, ids } = await planned(reviewer, author, moment, ['6-9.1'])
  try {
    process.env.SECOND_FACTOR = 'required'
    settlePort(3000)
    const foreseen = (await listReleases()).planned.find(({ id }) => id === release)
    expect(foreseen?.submissions.map(({ problem }) => problem)).toEqual(['approver_gone'])
    setClock(at(moment))
    expect(await releaseDue()).toBe(1)
    expect(await statesOf(ids)).toEqual(['submitted'])
  } finally {
    delete process.env.SECOND_FACTOR
    settlePort(3000)
    vi.useRealTimers()
  }
})

test('several nodes at the same moment carry it out once', async () => {
  const [author, reviewer] = await people()
  const moment = nextMoment()
  const { ids } = await planned(reviewer, author, moment, ['6-7.1', '6-7.2'])
  setClock(at(moment))
  const ended = await Promise.all([releaseDue(), releaseDue(), releaseDue()])
  expect(ended.reduce((sum, one) => sum + one, 0)).toBe(1)
  expect(await statesOf(ids)).toEqual(['published', 'published'])
  for (const reference of ['6-7.1', '6-7.2']) {
    const revisions = await db().revision.count({
      where: { subjectReference: reference, action: 'status_published', approverId: reviewer.id },
    })
    expect(revisions).toBe(1)
  }
})

test('decisions taken at the very moment of a release come before it or after it, never in between', async () => {
  const [author, reviewer] = await people()
  const moment = nextMoment()
  const references = ['6-10.2', '6-11.1', '6-11.2', '6-12.1']
  const { ids } = await planned(reviewer, author, moment, references)
  const [kept = '', withdrawn = '', returned = '', published = ''] = ids
  const version = await versionOf('6-12.1')
  setClock(at(moment))
  const [, , takenBack, sentBack, byHand] = await Promise.all([
    releaseDue(),
    releaseDue(),
    withdrawSubmission(author, { id: withdrawn }),
    returnSubmission(reviewer, { id: returned, reason: '請補引文。' }),
    publishSubmission(reviewer, { id: published, version }),
  ])
  expect(await statesOf(ids)).toEqual([
    'published',
    takenBack.ok ? 'withdrawn' : 'published',
    sentBack.ok ? 'returned' : 'published',
    'published',
  ])
  if (!byHand.ok) expect(byHand.reason).toBe('already_decided')
  const rows = await db().submission.findMany({ where: { id: { in: [kept, published] } } })
  const numbers = new Set(rows.map(({ publishedRevision }) => publishedRevision))
  expect(numbers.size).toBe(2)
  const revisions = await db().revision.count({
    where: { subjectReference: { in: references }, approverId: reviewer.id },
  })
  expect(revisions).toBe(2 + (takenBack.ok ? 0 : 1) + (sentBack.ok ? 0 : 1))
})

test('a release that breaks in a way nobody expected keeps none of those behind it waiting', async () => {
  const [author, reviewer] = await people()
  const [broken, sound] = [nextMoment(), nextMoment()]
  const first = await planned(reviewer, author, broken, ['6-8.1'])
  const second = await planned(reviewer, author, sound, ['6-8.2'])
  await db().submission.update({ where: { id: first.ids[0] ?? '' }, data: { content: {} } })
  setClock(at(sound))
  await expect(releaseDue()).rejects.toThrow()
  expect(await statesOf([...first.ids, ...second.ids])).toEqual(['approved', 'published'])
  vi.useRealTimers()
  expect((await cancelRelease(reviewer, { id: first.release })).ok).toBe(true)
})

test('a planned release can be moved and called off by a reviewer; then its submissions wait again', async () => {
  const [author, reviewer] = await people()
  const [early, late] = [nextMoment(), nextMoment()]
  const { release, ids } = await planned(reviewer, author, early, ['6-9.1'])
  const move = (title: string, moment: string) =>
    moveRelease(reviewer, { id: release, at: moment, title })
  expect(await move(' ', late)).toEqual({ ok: false, reason: 'title_required' })
  expect(await move('簽署', 'soon')).toEqual({ ok: false, reason: 'not_a_time' })
  expect(await move('簽署', '2024-04-26T10:00')).toEqual({ ok: false, reason: 'past_time' })
  expect(await move('簽署', late)).toEqual({ ok: true })
  expect(await moveRelease(author, { id: release, at: late, title: 'x' })).toEqual({
    ok: false,
    reason: 'not_reviewer',
  })
  setClock(at(early))
  expect(await releaseDue()).toBe(0)
  expect(await cancelRelease(author, { id: release })).toEqual({
    ok: false,
    reason: 'not_reviewer',
  })
  expect(await cancelRelease(reviewer, { id: release })).toEqual({ ok: true })
  expect(await cancelRelease(reviewer, { id: release })).toEqual({
    ok: false,
    reason: 'no_such_release',
  })
  setClock(at(late))
  expect(await releaseDue()).toBe(0)
  expect(await statesOf(ids)).toEqual(['submitted'])
})

test('an approval needs a time to come, a title, a release that is planned, and another person', async () => {
  const author = await newOfficer('reviewer')
  const reviewer = await newOfficer('reviewer')
  const id = await submitted(author, '6-13.1')
  const version = await versionOf('6-10.1')
  const approve = (by: Officer, release: Parameters<typeof approveSubmission>[1]['release']) =>
    approveSubmission(by, { id, version, release })
  const soon = { at: nextMoment(), title: '簽署儀式' }
  expect(await approve(author, soon)).toEqual({ ok: false, reason: 'not_reviewer' })
  expect(await approve(reviewer, { ...soon, title: '' })).toMatchObject({
    reason: 'title_required',
  })
  expect(await approve(reviewer, { ...soon, at: '' })).toMatchObject({ reason: 'not_a_time' })
  expect(await approve(reviewer, { ...soon, at: '2024-04-26T10:00' })).toMatchObject({
    reason: 'past_time',
  })
  expect(await approve(reviewer, { releaseId: 'none' })).toMatchObject({
    reason: 'no_such_release',
  })
  expect(await statesOf([id])).toEqual(['submitted'])
  const audited = await db().auditEntry.count({
    where: { action: 'submissions.approve', subjectReference: id, outcome: 'refused' },
  })
  expect(audited).toBe(5)
})
