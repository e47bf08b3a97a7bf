import { expect, test } from 'vitest'
import type { Officer } from '@/features/desk/officers/model'
import { confirmStatement } from '@/features/desk/round/statements/commands/confirm-statement'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { listToConfirm } from '@/features/desk/round/statements/queries/list-items'
import { findDocument } from '@/features/register/documents/queries/find-document'
import { listRevisions } from '@/features/register/log/queries/revisions'
import { findProject } from '@/features/register/projects/queries/find-project'
import { lastConfirmed, stancesOf } from '@/features/register/states/model/statements'
import { newOfficer } from '~/tests/support/desk/officers'
import { publishSeen, sendStatement, submitSideView } from '~/tests/support/desk/rounds'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

async function published(reference: string, assertedBy: 'press' | 'hk_side' = 'press') {
  const author = await newOfficer('editor')
  const reviewer = await newOfficer('reviewer')
  await publishSeen(reviewer, await sendStatement(author, reference, { assertedBy }))
  return { author, reviewer }
}

async function confirm(officer: Officer, reference: string) {
  const item = await findItemToState(reference)
  return confirmStatement(officer, { reference, statementId: item?.live.statementId ?? '' })
}

const stances = async (reference: string) => {
  const item = await findItemToState(reference)
  if (!item) throw new Error(`There is no ${reference}.`)
  return stancesOf(item.live.sides, item.live.confirmations).map(({ stance }) => stance)
}

test('each side confirms, and the public page has both with the days', async () => {
  await published('6-4.2')
  const [hongKong, shanghai] = [
    await newOfficer('editor'),
    await newOfficer('editor', { side: 'SH' }),
  ]
  expect(await stances('6-4.2')).toEqual(['silent', 'silent'])
  expect((await confirm(hongKong, '6-4.2')).ok).toBe(true)
  expect((await confirm(shanghai, '6-4.2')).ok).toBe(true)
  const project = await findProject('6-4.2')
  const said = project?.statement?.confirmations ?? []
  expect(said.map(({ side, stance }) => [side, stance])).toEqual([
    ['HK', 'confirms'],
    ['SH', 'confirms'],
  ])
  expect(lastConfirmed(said)).toBe(said[1]?.at)
  const revisions = await listRevisions({ kind: 'project', reference: '6-4.2' })
  expect(revisions.slice(0, 2).map(({ action, actor }) => [action, actor.side])).toEqual([
    ['confirmed', 'SH'],
    ['confirmed', 'HK'],
  ])
  // A second officer of the side has nothing to add.
  expect(await confirm(await newOfficer('editor'), '6-4.2')).toEqual({
    ok: false,
    reason: 'already_confirmed',
  })
})

test("nobody confirms their own statement; a side's own has its tick", async () => {
  const { author } = await published('6-5.1', 'hk_side')
  expect(await confirm(author, '6-5.1')).toEqual({ ok: false, reason: 'not_in_charge' })
  expect(await stances('6-5.1')).toEqual(['asserts', 'silent'])
})

test('a differing view goes through the round, stands beside the statement with its citation, and may be given up', async () => {
  const { reviewer } = await published('6-d01')
  const shanghai = await newOfficer('editor', { side: 'SH' })
  const id = await submitSideView(shanghai, '6-d01', '文件尚在磋商。')
  expect(await stances('6-d01')).toEqual(['silent', 'silent'])
  await publishSeen(reviewer, id)
  const statement = (await findDocument('6-d01'))?.statement
  expect(statement?.confirmations).toMatchObject([
    {
      side: 'SH',
      stance: 'differs',
      note: { 'zh-Hans': { body: '文件尚在磋商。', origin: 'editorial' } },
      citations: [{ quote: '文件尚在磋商。', source: { publisher: '示例局' } }],
    },
  ])
  expect(lastConfirmed(statement?.confirmations ?? [])).toBeNull()
  expect((await confirm(shanghai, '6-d01')).ok).toBe(true)
  expect(await stances('6-d01')).toEqual(['silent', 'confirms'])
})

test('a statement that changes in substance is for both sides to confirm anew', async () => {
  const { author, reviewer } = await published('6-6.1')
  await confirm(await newOfficer('editor'), '6-6.1')
  expect(await stances('6-6.1')).toEqual(['confirms', 'silent'])
  await publishSeen(
    reviewer,
    await sendStatement(author, '6-6.1', { state: 'completed', assertedBy: 'press' }),
  )
  expect(await stances('6-6.1')).toEqual(['confirmed_earlier', 'silent'])
  expect((await findProject('6-6.1'))?.confirmedBy).toEqual([])
})

test('whoever has seen another statement than the live one confirms nothing', async () => {
  const { author, reviewer } = await published('6-7.1')
  const statementId = (await findItemToState('6-7.1'))?.live.statementId ?? ''
  await publishSeen(reviewer, await sendStatement(author, '6-7.1', { state: 'completed' }))
  const officer = await newOfficer('editor')
  expect(await confirmStatement(officer, { reference: '6-7.1', statementId })).toEqual({
    ok: false,
    reason: 'conflict',
  })
})

test('an officer is asked for what their side has said nothing of, in their charge, and not their own', async () => {
  const { author } = await published('6-8.1')
  const asked = async (officer: Officer) =>
    (await listToConfirm(officer, { take: 100 })).items.map(({ reference }) => reference)
  const hongKong = await newOfficer('editor')
  const shanghai = await newOfficer('editor', { side: 'SH' })
  const elsewhere = await newOfficer('editor', { fields: ['6-1'], db: db() })
  expect(await asked(hongKong)).toContain('6-8.1')
  expect(await asked(shanghai)).toContain('6-8.1')
  expect(await asked(author)).not.toContain('6-8.1')
  expect(await asked(elsewhere)).not.toContain('6-8.1')
  expect(await asked(await newOfficer('viewer'))).toEqual([])
  await confirm(hongKong, '6-8.1')
  expect(await asked(hongKong)).not.toContain('6-8.1')
  expect(await asked(shanghai)).toContain('6-8.1')
  // Nothing is published of an item that nobody has reported on.
  const silent = await db().project.findFirstOrThrow({ where: { currentStatementId: null } })
  expect(await asked(shanghai)).not.toContain(silent.reference)
})
