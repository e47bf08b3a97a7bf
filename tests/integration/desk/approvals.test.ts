import { afterEach, expect, test, vi } from 'vitest'
import type { Officer } from '@/features/desk/officers/model'
import { approveSubmission } from '@/features/desk/round/review/commands/approve-submission'
import { cancelRelease, moveRelease } from '@/features/desk/round/review/commands/change-release'
import { releaseDue } from '@/features/desk/round/review/commands/release-due'
import { listReleases } from '@/features/desk/round/review/queries/list-releases'
import { settlePort } from '@/server/environment'
import { editorAndReviewer, newOfficer } from '~/tests/support/desk/officers'
import { at, nextMoment, planned, statesOf, versionOf } from '~/tests/support/desk/releases'
import { sendStatement } from '~/tests/support/desk/rounds'
import { setClock } from '~/tests/support/server/clock'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()
afterEach(() => {
  vi.useRealTimers()
})

const head = () => db().revision.count()

test('never what is not approved: a row that says so by mistake fails the whole', async () => {
  const [author, reviewer] = await editorAndReviewer()
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
    const [author, reviewer] = await editorAndReviewer()
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
  const [author, reviewer] = await editorAndReviewer()
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

test('a planned release can be moved and called off by a reviewer; then its submissions wait again', async () => {
  const [author, reviewer] = await editorAndReviewer()
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
  const id = await sendStatement(author, '6-13.1')
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
