import { expect, test } from 'vitest'
import { addOfficer } from '../../src/features/officers/commands'
import { type Officer, type OfficerRole, systemActor } from '../../src/features/officers/model'
import { officerById } from '../../src/features/officers/session'
import { publishSubmission } from '../../src/features/progress/commands/publish-submission'
import { returnSubmission } from '../../src/features/progress/commands/return-submission'
import { submitUpdate } from '../../src/features/progress/commands/submit-update'
import { withdrawSubmission } from '../../src/features/progress/commands/withdraw-submission'
import { type UpdateInput, updateInput } from '../../src/features/progress/input'
import { findItemForUpdate, listSubmissions } from '../../src/features/progress/queries'
import { hongKongDay } from '../../src/server/clock'
import { freshDatabase } from '../support/database'

const db = freshDatabase()
const today = hongKongDay(new Date())
let made = 0

async function officer(role: OfficerRole): Promise<Officer> {
  made += 1
  const email = `${role}-${made}@example.org`
  const added = await addOfficer(systemActor, { email, name: role, role, side: 'HK' })
  const found = added.ok ? await officerById(added.officer.id) : null
  if (!found) throw new Error('The officer was not added.')
  return found
}

/** An update that can stand, of an item as it is now. */
async function update(
  reference: string,
  change: Partial<UpdateInput['statement']> = {},
): Promise<UpdateInput> {
  const item = await findItemForUpdate(reference)
  return updateInput.parse({
    version: item?.live.version,
    statement: {
      reference,
      state: 'in_progress',
      asOf: today,
      assertedBy: 'hk_side',
      note: { 'zh-Hant': '雙方於滬舉行會議。', 'zh-Hans': '', en: 'The sides met in Shanghai.' },
      reason: { 'zh-Hant': '', 'zh-Hans': '', en: '' },
      citation: {
        source: {
          kind: 'new',
          publisher: 'Example Bureau',
          title: 'A press release',
          publishedOn: today,
          url: 'https://example.org/release',
          sourceKind: 'government',
          language: 'en',
        },
        quote: 'The sides met in Shanghai.',
        locator: '',
      },
      ...change,
    },
  })
}

const counts = async () => ({
  statements: await db().statusStatement.count(),
  revisions: await db().revision.count(),
  sources: await db().source.count(),
  done: await db().auditEntry.count({
    where: { action: { startsWith: 'progress.' }, outcome: 'done' },
  }),
})

test("a reviewer's save is at once in the item, the statement, the log and the audit trail", async () => {
  const [reviewer, before] = [await officer('reviewer'), await counts()]
  const outcome = await submitUpdate(reviewer, await update('6-4.2'))
  expect(outcome).toMatchObject({ ok: true, published: true })
  expect(await counts()).toEqual({
    statements: before.statements + 1,
    revisions: before.revisions + 2,
    sources: before.sources + 1,
    done: before.done + 1,
  })
  const item = await findItemForUpdate('6-4.2')
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
    actorId: reviewer.id,
    approverId: reviewer.id,
    actorRole: 'reviewer',
  })
  expect(revision?.subjectRevision).toBe(item?.live.version)
})

test('when a part of it fails, nothing of it stands', async () => {
  const [reviewer, before] = [await officer('reviewer'), await counts()]
  const asked = await update('6-1.1', {
    citation: { source: { kind: 'existing', slug: 'no-such-source' }, quote: 'x', locator: '' },
  })
  expect(await submitUpdate(reviewer, asked)).toEqual({ ok: false, reason: 'no_such_source' })
  await db().$executeRawUnsafe(
    'alter table "AuditEntry" add constraint "stop" check (action <> \'progress.publish\') not valid',
  )
  await expect(submitUpdate(reviewer, await update('6-1.1'))).rejects.toThrow()
  await db().$executeRawUnsafe('alter table "AuditEntry" drop constraint "stop"')
  expect(await counts()).toEqual(before)
})

test('without evidence, a reason where one is due, or a day that can be, it is refused', async () => {
  const reviewer = await officer('reviewer')
  const cases: [Partial<UpdateInput['statement']>, string][] = [
    [{ citation: null }, 'citation_required'],
    [{ state: 'behind' }, 'reason_required'],
    [{ asOf: '2999-01-01' }, 'future_day'],
    [{ asOf: '2024-04-25' }, 'before_conference'],
  ]
  for (const [change, code] of cases) {
    const outcome = await submitUpdate(reviewer, await update('6-2.1', change))
    expect(outcome).toMatchObject({ ok: false, reason: 'invalid', problems: [{ code }] })
  }
  const audited = await db().auditEntry.count({
    where: { officerId: reviewer.id, outcome: 'refused' },
  })
  expect(audited).toBe(cases.length)
})

test('of two officers at one item one wins, and the other is shown what won', async () => {
  const [first, second] = [await officer('reviewer'), await officer('admin')]
  const [mine, theirs] = [
    await update('6-3.1', { state: 'ongoing' }),
    await update('6-3.1', { state: 'completed' }),
  ]
  const outcomes = await Promise.all([submitUpdate(first, mine), submitUpdate(second, theirs)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  const live = await findItemForUpdate('6-3.1')
  const loser = outcomes.find(({ ok }) => !ok)
  expect(loser).toMatchObject({
    reason: 'conflict',
    current: { state: live?.live.state, version: live?.live.version },
  })
})

test("an editor's update waits for another person, who publishes it", async () => {
  const [editor, reviewer, before] = [
    await officer('editor'),
    await officer('reviewer'),
    await counts(),
  ]
  const outcome = await submitUpdate(editor, await update('6-4.1', { state: 'completed' }))
  if (!outcome.ok || outcome.published) throw new Error('It should wait.')
  expect((await counts()).statements).toBe(before.statements)
  const id = outcome.submission
  expect((await listSubmissions(reviewer)).toReview.map((one) => one.id)).toContain(id)
  const version = (await findItemForUpdate('6-4.1'))?.live.version ?? 0
  const refused = { ok: false, reason: 'not_reviewer' }
  expect(await publishSubmission(editor, { id, version })).toEqual(refused)
  const stale = await publishSubmission(reviewer, { id, version: version - 1 })
  expect(stale).toMatchObject({ ok: false, reason: 'conflict' })
  expect((await publishSubmission(reviewer, { id, version })).ok).toBe(true)
  const [revision] = await db().revision.findMany({ orderBy: { number: 'desc' }, take: 1 })
  expect(revision).toMatchObject({ actorId: editor.id, approverId: reviewer.id })
  expect(await publishSubmission(reviewer, { id, version })).toEqual({
    ok: false,
    reason: 'already_decided',
  })
})

test('a reviewer does not decide on what they submitted as an editor', async () => {
  const author = await officer('editor')
  const outcome = await submitUpdate(author, await update('6-5.1'))
  if (!outcome.ok || outcome.published) throw new Error('It should wait.')
  await db().officer.update({ where: { id: author.id }, data: { role: 'reviewer' } })
  const promoted = await officerById(author.id)
  if (!promoted) throw new Error('The officer is gone.')
  const refused = { ok: false, reason: 'not_reviewer' }
  const decision = { id: outcome.submission, version: 1 }
  expect(await publishSubmission(promoted, decision)).toEqual(refused)
  expect(await returnSubmission(promoted, { ...decision, reason: 'x' })).toEqual(refused)
  expect((await withdrawSubmission(promoted, decision)).ok).toBe(true)
})

test('a return gives its reason, which the author reads', async () => {
  const [editor, reviewer] = [await officer('editor'), await officer('reviewer')]
  const outcome = await submitUpdate(editor, await update('6-6.1'))
  if (!outcome.ok || outcome.published) throw new Error('It should wait.')
  const id = outcome.submission
  expect(await returnSubmission(reviewer, { id, reason: '  ' })).toEqual({
    ok: false,
    reason: 'reason_required',
  })
  expect(await returnSubmission(reviewer, { id, reason: '請補引文。' })).toEqual({ ok: true })
  const { returned } = await listSubmissions(editor)
  expect(returned).toMatchObject([{ id, returnReason: '請補引文。' }])
})

test('an editor with fields assigned updates those only', async () => {
  const editor = await officer('editor')
  const field = await db().field.findUniqueOrThrow({ where: { reference: '6-4' } })
  await db().assignment.create({ data: { officerId: editor.id, fieldId: field.id } })
  const assigned = await officerById(editor.id)
  if (!assigned) throw new Error('The officer is gone.')
  expect((await submitUpdate(assigned, await update('6-4.1'))).ok).toBe(true)
  expect(await submitUpdate(assigned, await update('6-5.1'))).toEqual({
    ok: false,
    reason: 'not_in_charge',
  })
})
