import { expect, test } from 'vitest'
import type { Officer } from '@/features/desk/officers/model'
import { officerById } from '@/features/desk/officers/session'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { returnSubmission } from '@/features/desk/round/review/commands/return-submission'
import { withdrawSubmission } from '@/features/desk/round/review/commands/withdraw-submission'
import { submitStatement } from '@/features/desk/round/statements/commands/submit-statement'
import type { SubmittedStatement } from '@/features/desk/round/statements/input/statement'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { listSubmissions } from '@/features/desk/round/submissions/queries/list-submissions'
import { hongKongDay } from '@/i18n/formats'
import { editorAndReviewer, newOfficer } from '~/tests/support/desk/officers'
import { statementFrom } from '~/tests/support/desk/statements'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()
const today = hongKongDay(new Date())
const counts = async () => ({
  statements: await db().statusStatement.count(),
  revisions: await db().revision.count(),
  sources: await db().source.count(),
  done: await db().auditEntry.count({
    where: { action: { startsWith: 'submissions.' }, outcome: 'done' },
  }),
})

async function submitted(actor: Officer, asked: SubmittedStatement): Promise<string> {
  const outcome = await submitStatement(actor, asked)
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome)}`)
  return outcome.submission
}

const versionOf = async (reference: string) => (await findItemToState(reference))?.live.version ?? 0

test("a reviewer's own statement waits for another reviewer; published, it is in the item, the statement, the log and the audit trail", async () => {
  const [author, reviewer, before] = [
    await newOfficer('reviewer'),
    await newOfficer('reviewer'),
    await counts(),
  ]
  const id = await submitted(author, await statementFrom('6-4.2', { asOf: today }))
  expect(await counts()).toEqual(before)
  const version = await versionOf('6-4.2')
  expect(await publishSubmission(author, { id, version })).toEqual({
    ok: false,
    reason: 'not_reviewer',
  })
  expect(await publishSubmission(reviewer, { id, version })).toMatchObject({ ok: true })
  expect(await counts()).toEqual({
    statements: before.statements + 1,
    revisions: before.revisions + 2,
    sources: before.sources + 1,
    done: before.done + 1,
  })
  const item = await findItemToState('6-4.2')
  expect(item?.live).toMatchObject({ state: 'in_progress', asOf: today, assertedBy: 'hk_side' })
  expect(item?.live.note['zh-Hant']).toMatchObject({ origin: 'editorial' })
  expect(item?.live.note['zh-Hans']).toMatchObject({
    body: '双方于沪举行会议。',
    origin: 'script_conversion',
    reviewedAt: null,
  })
  expect(item?.live.note.en).toMatchObject({ origin: 'unofficial_translation' })
  expect(item?.live.citations[0]?.source.publisher).toBe('Example Bureau')
  const [revision] = await db().revision.findMany({ orderBy: { number: 'desc' }, take: 1 })
  expect(revision).toMatchObject({
    subjectReference: '6-4.2',
    action: 'status_published',
    actorId: author.id,
    approverId: reviewer.id,
    actorRole: 'reviewer',
  })
  expect(revision?.subjectRevision).toBe(item?.live.version)
})

test('the database itself refuses a statement that its author approves', async () => {
  const author = await newOfficer('reviewer')
  const project = await db().project.findUniqueOrThrow({ where: { reference: '6-1.2' } })
  await expect(
    db().statusStatement.create({
      data: {
        projectId: project.id,
        projectState: 'not_reported',
        asOf: new Date('2025-01-01'),
        assertedBy: 'editor',
        authorId: author.id,
        approverId: author.id,
        publishedAt: new Date(),
      },
    }),
  ).rejects.toThrow(/approver_is_not_the_author/)
})

test('when a part of it fails, nothing of it stands', async () => {
  const [author, reviewer] = await editorAndReviewer()
  const asked = await statementFrom('6-1.1', {
    citations: [{ source: { kind: 'existing', slug: 'no-such-source' }, quote: 'x', locator: '' }],
  })
  expect(await submitStatement(author, asked)).toEqual({ ok: false, reason: 'no_such_source' })
  const id = await submitted(author, await statementFrom('6-1.1'))
  const [before, version] = [await counts(), await versionOf('6-1.1')]
  await db().$executeRawUnsafe(
    'alter table "AuditEntry" add constraint "stop" check (action <> \'submissions.publish\') not valid',
  )
  await expect(publishSubmission(reviewer, { id, version })).rejects.toThrow()
  await db().$executeRawUnsafe('alter table "AuditEntry" drop constraint "stop"')
  expect(await counts()).toEqual(before)
  expect((await publishSubmission(reviewer, { id, version })).ok).toBe(true)
})

test('without evidence, a reason where one is due, or a day that can be, it is refused', async () => {
  const reviewer = await newOfficer('reviewer')
  const cases: [Partial<SubmittedStatement['statement']>, string][] = [
    [{ citations: [] }, 'citation_required'],
    [{ state: 'behind' }, 'reason_required'],
    [{ asOf: '2999-01-01' }, 'future_day'],
    [{ asOf: '2024-04-25' }, 'before_conference'],
  ]
  for (const [change, code] of cases) {
    const outcome = await submitStatement(reviewer, await statementFrom('6-2.1', change))
    expect(outcome).toMatchObject({ ok: false, reason: 'invalid', problems: [{ code }] })
  }
  const audited = await db().auditEntry.count({
    where: { officerId: reviewer.id, outcome: 'refused' },
  })
  expect(audited).toBe(cases.length)
})

test('of two statements about one item the second to be published is held against the first', async () => {
  const [first, second, reviewer] = [
    await newOfficer('editor'),
    await newOfficer('editor'),
    await newOfficer('reviewer'),
  ]
  const version = await versionOf('6-3.1')
  const mine = await submitted(first, await statementFrom('6-3.1', { state: 'ongoing' }))
  const asked = await statementFrom('6-3.1', { state: 'completed' })
  const theirs = await submitted(second, asked)
  const outcomes = await Promise.all(
    [mine, theirs].map((id) => publishSubmission(reviewer, { id, version })),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'conflict' })
  // Submitted again from the same form, it is told what is live now.
  const live = await findItemToState('6-3.1')
  expect(await submitStatement(second, asked)).toMatchObject({
    ok: false,
    reason: 'conflict',
    current: { state: live?.live.state, version: live?.live.version },
  })
})

test("an editor's statement waits for another person, who publishes it once", async () => {
  const [editor, reviewer, before] = [
    await newOfficer('editor'),
    await newOfficer('reviewer'),
    await counts(),
  ]
  const id = await submitted(editor, await statementFrom('6-4.1', { state: 'completed' }))
  expect((await counts()).statements).toBe(before.statements)
  expect((await listSubmissions(reviewer)).toReview.map((one) => one.id)).toContain(id)
  const version = await versionOf('6-4.1')
  const refused = { ok: false, reason: 'not_reviewer' }
  expect(await publishSubmission(editor, { id, version })).toEqual(refused)
  const twice = await Promise.all([
    publishSubmission(reviewer, { id, version }),
    publishSubmission(reviewer, { id, version }),
  ])
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
  const [revision] = await db().revision.findMany({ orderBy: { number: 'desc' }, take: 1 })
  expect(revision).toMatchObject({ actorId: editor.id, approverId: reviewer.id })
  expect(await publishSubmission(reviewer, { id, version })).toEqual({
    ok: false,
    reason: 'already_decided',
  })
})

test('a viewer reads, and submits nothing', async () => {
  const viewer = await newOfficer('viewer')
  expect(await submitStatement(viewer, await statementFrom('6-4.1'))).toEqual({
    ok: false,
    reason: 'not_in_charge',
  })
})

test('a reviewer does not decide on what they submitted as an editor', async () => {
  const author = await newOfficer('editor')
  const id = await submitted(author, await statementFrom('6-5.1'))
  await db().officer.update({ where: { id: author.id }, data: { role: 'reviewer' } })
  const promoted = await officerById(author.id)
  if (!promoted) throw new Error('The officer is gone.')
  const refused = { ok: false, reason: 'not_reviewer' }
  const decision = { id, version: 1 }
  expect(await publishSubmission(promoted, decision)).toEqual(refused)
  expect(await returnSubmission(promoted, { ...decision, reason: 'x' })).toEqual(refused)
  expect((await withdrawSubmission(promoted, decision)).ok).toBe(true)
})

test('a return gives its reason, which the author reads', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const id = await submitted(editor, await statementFrom('6-6.1'))
  expect(await returnSubmission(reviewer, { id, reason: '  ' })).toEqual({
    ok: false,
    reason: 'reason_required',
  })
  expect(await returnSubmission(reviewer, { id, reason: '請補引文。' })).toEqual({ ok: true })
  const { returned } = await listSubmissions(editor)
  expect(returned).toMatchObject([{ id, returnReason: '請補引文。' }])
})

test('an editor with fields assigned states the items of those only', async () => {
  const editor = await newOfficer('editor')
  const field = await db().field.findUniqueOrThrow({ where: { reference: '6-4' } })
  await db().assignment.create({ data: { officerId: editor.id, fieldId: field.id } })
  const assigned = await officerById(editor.id)
  if (!assigned) throw new Error('The officer is gone.')
  expect((await submitStatement(assigned, await statementFrom('6-4.1'))).ok).toBe(true)
  expect(await submitStatement(assigned, await statementFrom('6-5.1'))).toEqual({
    ok: false,
    reason: 'not_in_charge',
  })
})

test('what was submitted before is held to the rules again when it is published', async () => {
  const [first, second, reviewer] = [
    await newOfficer('editor'),
    await newOfficer('editor'),
    await newOfficer('reviewer'),
  ]
  const earlier = await submitted(first, await statementFrom('6-10.1', { asOf: '2025-01-10' }))
  const later = await submitted(second, await statementFrom('6-10.1', { asOf: '2025-02-10' }))
  const publish = async (id: string) =>
    publishSubmission(reviewer, { id, version: await versionOf('6-10.1') })
  expect((await publish(later)).ok).toBe(true)
  // The reviewer has looked again, and sees what is live: an earlier day than that does not follow it.
  expect(await publish(earlier)).toMatchObject({
    reason: 'invalid',
    problems: [{ field: 'asOf', code: 'before_live' }],
  })
})
