import { afterEach, expect, test, vi } from 'vitest'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import { approveSubmission } from '@/features/desk/round/review/commands/approve-submission'
import { cancelRelease } from '@/features/desk/round/review/commands/change-release'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { releaseDue } from '@/features/desk/round/review/commands/release-due'
import { returnSubmission } from '@/features/desk/round/review/commands/return-submission'
import { withdrawSubmission } from '@/features/desk/round/review/commands/withdraw-submission'
import { listReleases } from '@/features/desk/round/review/queries/list-releases'
import { editOf } from '~/tests/support/desk/edits'
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
const mailsOf = (release: string) =>
  db().mail.findMany({ where: { key: { startsWith: `release_failed:${release}:` } } })

test('at its moment, and not before, all of a release is public, with one time on everything', async () => {
  const [author, reviewer] = await editorAndReviewer()
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
  const [author, reviewer] = await editorAndReviewer()
  const other = await newOfficer('reviewer')
  const moment = nextMoment()
  const { release, ids } = await planned(reviewer, author, moment, ['6-2.1', '6-2.2', '6-3.1'])
  // Somebody else's statement of the second becomes public first.
  const rival = await sendStatement(await newOfficer('editor'), '6-2.2')
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
  const [author, reviewer] = await editorAndReviewer()
  const moment = nextMoment()
  const { release } = await planned(reviewer, author, moment, ['6-3.2'])
  const second = await sendStatement(await newOfficer('editor'), '6-3.2')
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
  const [author, reviewer] = await editorAndReviewer()
  const moment = nextMoment()
  const { ids } = await planned(reviewer, author, moment, ['6-4.1', '6-4.3'])
  expect(await withdrawSubmission(author, { id: ids[0] ?? '' })).toEqual({ ok: true })
  setClock(at(moment))
  expect(await releaseDue()).toBe(1)
  expect(await statesOf(ids)).toEqual(['withdrawn', 'published'])
})

test('several nodes at the same moment carry it out once', async () => {
  const [author, reviewer] = await editorAndReviewer()
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
  const [author, reviewer] = await editorAndReviewer()
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
  const [author, reviewer] = await editorAndReviewer()
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
