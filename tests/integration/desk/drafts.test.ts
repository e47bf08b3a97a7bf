import { expect, onTestFinished, test, vi } from 'vitest'
import type { Officer } from '@/features/desk/officers/model'
import { discardDraft, saveDraft } from '@/features/desk/round/drafts/commands'
import { findDraft, listDrafted, listDrafts } from '@/features/desk/round/drafts/queries'
import { submitStatement } from '@/features/desk/round/statements/commands/submit-statement'
import { newOfficer } from '~/tests/support/desk/officers'
import { statementFrom } from '~/tests/support/desk/statements'
import { freshDatabase } from '~/tests/support/server/database'

freshDatabase()

test('drafts are listed by what they are of, the latest first, and only to their officer', async () => {
  const [me, other] = [await newOfficer('editor'), await newOfficer('editor')]
  // Two are kept within a millisecond on a quick machine, and neither is the later one.
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const keep = (officer: Officer, key: string) => {
    vi.setSystemTime(Date.now() + 1_000)
    return saveDraft(officer, { key, values: { 'note.en': key }, baseVersion: 1 })
  }
  await keep(me, 'statement:6-4.2')
  await keep(me, 'edit:document:6-d01')
  await keep(me, 'edit:source:new')
  await keep(other, 'statement:6-5.1')
  const { drafts, total } = await listDrafts(me, { take: 2 })
  expect(total).toBe(3)
  expect(drafts.map(({ form, subjectKind, reference }) => [form, subjectKind, reference])).toEqual([
    ['edit', 'source', null],
    ['edit', 'document', '6-d01'],
  ])
  expect(drafts[1]?.title['zh-Hans']?.body).toBeTruthy()
  expect(await listDrafted(me, ['6-4.2', '6-5.1'])).toEqual(new Set(['6-4.2']))
  const { version } = (await findDraft(me, 'statement:6-4.2')) ?? { version: '' }
  expect(await discardDraft(me, { key: 'statement:6-4.2', version })).toBe(true)
  expect(await findDraft(me, 'statement:6-4.2')).toBeNull()
  expect((await listDrafts(other, { take: 5 })).total).toBe(1)
})

/** Keeps a draft whose form has seen these versions of it. */
async function keep(officer: Officer, key: string, words: string, seen: readonly string[] = []) {
  const outcome = await saveDraft(officer, {
    key,
    values: { 'note.en': words },
    baseVersion: 1,
    seen,
  })
  if (outcome.ok) return { version: outcome.version }
  if (outcome.reason !== 'draft_moved') throw new Error(outcome.reason)
  return { moved: outcome.other.values['note.en'], version: outcome.other.version }
}

test('a draft that another window has changed is not overwritten', async () => {
  const me = await newOfficer('editor')
  const key = 'statement:6-7.1'
  const words = async () => (await findDraft(me, key))?.values['note.en']
  const opened = await keep(me, key, 'opened in both')
  const first = await keep(me, key, 'first', [opened.version])
  expect(await keep(me, key, 'second', [opened.version])).toMatchObject({ moved: 'first' })
  expect(await keep(me, key, 'began blank')).toMatchObject({ moved: 'first' })
  expect(await words()).toBe('first')
  // The same words twice are no difference: an answer that was lost on its way is asked for again.
  expect(await keep(me, key, 'first', [opened.version])).toEqual(first)
  // Having seen both, the officer keeps one of them, and then the first window is behind.
  const second = await keep(me, key, 'second', [first.version])
  expect(second).not.toHaveProperty('moved')
  expect(await keep(me, key, 'first, going on', [first.version])).toMatchObject({
    moved: 'second',
  })
  // One that was begun anew is another draft.
  expect(await discardDraft(me, { key, version: first.version })).toBe(false)
  expect(await words()).toBe('second')
  expect(await discardDraft(me, { key, version: second.version })).toBe(true)
  const anew = await keep(me, key, 'anew', [second.version])
  expect(await keep(me, key, 'late', [first.version, second.version])).toEqual({
    moved: 'anew',
    version: anew.version,
  })
})

test('of windows that keep a draft at the same moment, one does', async () => {
  const me = await newOfficer('editor')
  const opened = await keep(me, 'edit:document:6-d03', 'opened')
  for (const [key, seen] of [
    ['edit:document:6-d02', []],
    ['edit:document:6-d03', [opened.version]],
  ] as const) {
    const all = await Promise.all(['a', 'b', 'c'].map((words) => keep(me, key, words, seen)))
    const kept = all.filter((one) => !('moved' in one))
    expect(kept).toHaveLength(1)
    expect(await findDraft(me, key)).toMatchObject({ version: kept[0]?.version })
  }
})

test('a draft ends with what was submitted, unless another window has changed it since', async () => {
  const me = await newOfficer('editor')
  for (const [reference, isChanged] of [
    ['6-4.3', false],
    ['6-5.1', true],
  ] as const) {
    const key = `statement:${reference}`
    const { version } = await keep(me, key, 'mine')
    if (isChanged) await keep(me, key, 'changed', [version])
    const outcome = await submitStatement(me, await statementFrom(reference), [version])
    expect(outcome.ok).toBe(true)
    expect((await findDraft(me, key)) !== null).toBe(isChanged)
  }
})
