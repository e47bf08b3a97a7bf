import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seedOfRun } from '@/cli/test-seed.mjs'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { submittedStatement } from '@/features/desk/round/statements/input/statement'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { applyImport, decideConflicts } from '@/features/desk/spreadsheets/commands/decide-import'
import type { ShownImport } from '@/features/desk/spreadsheets/model/spreadsheet'
import { findImport } from '@/features/desk/spreadsheets/queries/find-import'
import { editorAndReviewer } from '~/tests/support/desk/officers'
import {
  dated,
  download,
  edited,
  publishOther,
  rowOf,
  settled,
  typedInto,
  upload,
} from '~/tests/support/desk/spreadsheets'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

test('changes of two people in different cells both stand; the same cell is decided on', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const bytes = await download(editor)
  await publishOther('6-10.1', {
    state: 'in_progress',
    note: { 'zh-Hant': '', 'zh-Hans': '', en: 'Theirs' },
  })
  const found = await upload(
    editor,
    await typedInto(bytes, {
      '6-10.1': { 'note.en': 'Mine', 'reason.en': 'Because', 'title.en': 'My title' },
    }),
  )
  const row = rowOf(found, '6-10.1')
  expect(row.remarks).toContain('others_changed')
  expect(row.conflicts).toEqual([
    { place: 'note.en', base: [''], mine: ['Mine'], theirs: ['Theirs'], decision: null },
  ])
  expect(row.changes.map(({ column }) => column)).toEqual(['title.en', 'reason.en'])
  expect(await applyImport(editor, { id: found.id, leaveOut: true })).toEqual({
    ok: false,
    reason: 'conflicts_undecided',
  })
  const versions = { '6-10.1': row.version }
  const key = '6-10.1 note.en'
  const decided = async (choice: 'mine' | 'theirs') => {
    const choices = { decisions: { [key]: choice }, versions }
    expect(await decideConflicts(editor, { id: found.id, ...choices })).toEqual({ ok: true })
    return rowOf((await findImport(editor, found.id)) as ShownImport, '6-10.1')
  }
  expect((await decided('theirs')).changes).toHaveLength(2)
  expect((await decided('mine')).changes).toContainEqual({
    column: 'note.en',
    was: 'Theirs',
    will: 'Mine',
  })
  expect(await applyImport(editor, { id: found.id, leaveOut: false })).toEqual({ ok: true })
  expect(await settled(editor, found.id)).toMatchObject({ state: 'applied', submissions: 2 })
  const statement = await db().submission.findFirstOrThrow({
    where: { importId: found.id, kind: 'statement' },
  })
  await publishSubmission(reviewer, { id: statement.id, version: statement.baseVersion })
  const { live } = (await findItemToState('6-10.1')) ?? {}
  // Theirs in the cells that I left, mine in those that I changed.
  expect(live).toMatchObject({ state: 'in_progress', assertedBy: 'hk_side' })
  expect(live?.note.en?.body).toBe('Mine')
  expect(live?.reason.en?.body).toBe('Because')
})

test('signs that nobody sees are taken out of a cell, and the row says so', async () => {
  const [editor] = await editorAndReviewer()
  const bytes = await download(editor)
  const typed = { 'title.en': 'Civil\u200b service\u202e', 'note.en': '\ufeffSeen' }
  const found = await upload(editor, await typedInto(bytes, { '6-7.2': typed }))
  const row = rowOf(found, '6-7.2')
  expect(row.remarks).toContain('unseen_removed')
  expect(row.changes.map(({ will }) => will)).toEqual(['Civil service', 'Seen'])
})

test('what is published between the dry run and the submission is shown, never decided silently', async () => {
  const [editor] = await editorAndReviewer()
  const bytes = await download(editor)
  await publishOther('6-8.1', { note: { 'zh-Hant': '', 'zh-Hans': '', en: 'First' } })
  const found = await upload(
    editor,
    await typedInto(bytes, { '6-8.1': { 'note.en': 'Mine' }, '6-8.2': { 'title.en': 'Mine too' } }),
  )
  const choices = { decisions: {}, versions: {}, rest: 'mine' as const }
  await decideConflicts(editor, { id: found.id, ...choices })
  await publishOther('6-8.1', { note: { 'zh-Hant': '', 'zh-Hans': '', en: 'Second' } })
  expect(await applyImport(editor, { id: found.id, leaveOut: false })).toEqual({ ok: true })
  const again = await settled(editor, found.id)
  expect(again).toMatchObject({ state: 'checked', submissions: 0 })
  expect(again.findings?.again).toBe(true)
  expect(rowOf(again, '6-8.1').conflicts).toMatchObject([{ theirs: ['Second'], decision: null }])
  // A choice made on the page as it was before is not taken for one on this.
  await publishOther('6-8.1', { note: { 'zh-Hant': '', 'zh-Hans': '', en: 'Third' } })
  await decideConflicts(editor, {
    id: found.id,
    decisions: { '6-8.1 note.en': 'mine' },
    versions: { '6-8.1': rowOf(again, '6-8.1').version },
  })
  const third = rowOf((await findImport(editor, found.id)) as ShownImport, '6-8.1')
  expect(third.conflicts).toMatchObject([{ theirs: ['Third'], decision: null }])
  await decideConflicts(editor, { id: found.id, decisions: {}, versions: {}, rest: 'mine' })
  await applyImport(editor, { id: found.id, leaveOut: false })
  expect(await settled(editor, found.id)).toMatchObject({ state: 'applied', submissions: 2 })
})

test('Simplified that was a conversion follows the Traditional text; what a person wrote stays', async () => {
  const [editor] = await editorAndReviewer()
  const live = await findItemToState('6-9.1')
  expect(live?.title['zh-Hans']?.origin).toBe('script_conversion')
  const found = await edited(editor, {
    '6-9.1': { 'title.zh-Hant': '滬港數碼合作' },
    '6-9.2': { 'title.zh-Hans': '自己写的简体' },
  })
  expect(rowOf(found, '6-9.1')).toMatchObject({
    changes: [
      { column: 'title.zh-Hant', will: '滬港數碼合作' },
      { column: 'title.zh-Hans', will: '沪港数码合作' },
    ],
    remarks: ['translation_left', 'converted'],
  })
  await applyImport(editor, { id: found.id, leaveOut: false })
  await settled(editor, found.id)
  const submissions = await db().submission.findMany({ where: { importId: found.id } })
  const titleOf = (reference: string) => {
    const one = submissions.find(({ subjectReference }) => subjectReference === reference)
    const content = one?.content as { snapshot: { texts: Record<string, object> } } | undefined
    return content?.snapshot.texts.title
  }
  expect(titleOf('6-9.1')).toMatchObject({ 'zh-Hans': { origin: 'script_conversion' } })
  expect(titleOf('6-9.2')).toMatchObject({
    'zh-Hans': { body: '自己写的简体', origin: 'editorial' },
  })
})

test('a statement keeps the words of the languages that were not touched', async () => {
  const [editor] = await editorAndReviewer()
  await publishOther('6-10.1', {
    note: { 'zh-Hant': '舊的說明。', 'zh-Hans': '', en: 'The old note.' },
  })
  const found = await edited(editor, { '6-10.1': { 'note.en': 'The new note.' } })
  await applyImport(editor, { id: found.id, leaveOut: false })
  await settled(editor, found.id)
  const [submission] = await db().submission.findMany({ where: { importId: found.id } })
  expect(submittedStatement.shape.statement.parse(submission?.content)).toMatchObject({
    note: { 'zh-Hant': '舊的說明。', 'zh-Hans': '', en: 'The new note.' },
  })
})

test('what the officer has waiting for review is not lost by a spreadsheet', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const first = await edited(editor, { '6-13.1': { 'title.en': 'By the first file' } })
  await applyImport(editor, { id: first.id, leaveOut: false })
  await settled(editor, first.id)
  const second = await edited(editor, {
    '6-13.1': { 'title.zh-Hans': '第二份文件的标题', 'note.en': 'A statement', ...dated },
  })
  const row = rowOf(second, '6-13.1')
  expect(row.remarks).toContain('carries_waiting')
  expect(row.changes).toContainEqual(
    expect.objectContaining({ column: 'title.en', will: 'By the first file' }),
  )
  await applyImport(editor, { id: second.id, leaveOut: false })
  await settled(editor, second.id)
  const waiting = await db().submission.findMany({
    where: { authorId: editor.id, subjectReference: '6-13.1', state: 'submitted' },
  })
  expect(waiting.map(({ kind }) => kind).sort()).toEqual(['edit', 'statement'])
  const third = await edited(editor, { '6-13.1': { 'note.en': 'Another statement', ...dated } })
  expect(rowOf(third, '6-13.1').remarks).toContain('replaces_waiting')
  const edit = waiting.find(({ kind }) => kind === 'edit')
  await publishSubmission(reviewer, { id: edit?.id ?? '', version: edit?.baseVersion ?? 0 })
  expect((await findItemToState('6-13.1'))?.title).toMatchObject({
    en: { body: 'By the first file' },
    'zh-Hans': { body: '第二份文件的标题' },
  })
})

test('of the changes of two people in random cells none is lost', async () => {
  const [editor] = await editorAndReviewer()
  // Nothing has been said of these, so any of the days may follow.
  const references = ['6-u21', '6-u22', '6-u23', '6-u24', '6-u25', '6-u26']
  const columns = ['note.zh-Hant', 'note.en', 'reason.en', 'reason.zh-Hant', 'asOf'] as const
  const word = (column: string) =>
    column === 'asOf'
      ? fc.constantFrom('2025-03-03', '2025-04-04')
      : fc.constantFrom('甲。', '乙。', 'One.', 'Two.')
  const edits = fc.record(Object.fromEntries(columns.map((column) => [column, word(column)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Partial<Record<(typeof columns)[number], string>>>
  const drawn = fc.sample(fc.tuple(edits, edits), { numRuns: references.length })
  for (const reference of references) {
    await publishOther(reference, {
      asOf: '2025-02-02',
      note: { 'zh-Hant': '說明。', 'zh-Hans': '', en: 'A note.' },
      reason: { 'zh-Hant': '原因。', 'zh-Hans': '', en: 'A reason.' },
    })
  }
  const bytes = await download(editor)
  const base = {
    'note.zh-Hant': '說明。',
    'note.en': 'A note.',
    'reason.zh-Hant': '原因。',
    'reason.en': 'A reason.',
    asOf: '2025-02-02',
  }
  for (const [index, reference] of references.entries()) {
    const theirs = { ...base, ...drawn[index]?.[1] }
    if (isDeepStrictEqual(theirs, base)) continue
    await publishOther(reference, {
      asOf: theirs.asOf,
      note: { 'zh-Hant': theirs['note.zh-Hant'], 'zh-Hans': '', en: theirs['note.en'] },
      reason: { 'zh-Hant': theirs['reason.zh-Hant'], 'zh-Hans': '', en: theirs['reason.en'] },
    })
  }
  const typing = Object.fromEntries(
    references.map((reference, index) => [reference, drawn[index]?.[0] ?? {}]),
  )
  const found = await upload(editor, await typedInto(bytes, typing))
  for (const [index, reference] of references.entries()) {
    const [mine = {}, theirs = {}] = drawn[index] ?? []
    const row = found.findings?.rows.find((one) => one.reference === reference)
    for (const column of columns) {
      const [m, t] = [mine[column] ?? base[column], theirs[column] ?? base[column]]
      const conflict = row?.conflicts.find(({ place }) => place === column)
      const will = row?.changes.find((change) => change.column === column)?.will ?? t
      const why = `${reference} ${column}, seed ${seedOfRun()}`
      if (m !== base[column] && t !== base[column] && m !== t) {
        expect(conflict, why).toMatchObject({ mine: [m], theirs: [t] })
      } else {
        expect(conflict, why).toBeUndefined()
        expect(will, why).toBe(m !== base[column] ? m : t)
      }
    }
  }
})
