import { expect, test } from 'vitest'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import {
  applyImport,
  decideConflicts,
  discardImport,
} from '@/features/desk/spreadsheets/commands/decide-import'
import { uploadSpreadsheet } from '@/features/desk/spreadsheets/commands/upload-spreadsheet'
import { resumeImports } from '@/features/desk/spreadsheets/commands/work-import'
import { findImport } from '@/features/desk/spreadsheets/queries/find-import'
import { editorAndReviewer, newOfficer } from '~/tests/support/desk/officers'
import { cited, download, edited, rowOf, settled, upload } from '~/tests/support/desk/spreadsheets'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

test('a file that nobody edited changes nothing, in any language and either form', async () => {
  const [editor] = await editorAndReviewer()
  for (const language of ['zh-Hant', 'zh-Hans', 'en'] as const) {
    for (const format of ['xlsx', 'csv']) {
      const asked = { scope: 'conference', conference: '6', format }
      const { findings, state } = await upload(editor, await download(editor, asked, language))
      expect(state).toBe('checked')
      expect(findings).toEqual({
        rows: [],
        unknownColumns: [],
        missingColumns: [],
        unchanged: 86,
        again: false,
      })
    }
  }
  expect(await db().submission.count({ where: { authorId: editor.id } })).toBe(0)
})

test('every cell that changes is shown, submitted through the round, and published by another', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const found = await edited(editor, {
    '6-4.1': {
      state: '持續推行',
      assertedBy: 'hk_side',
      asOf: new Date(Date.UTC(2025, 5, 26)),
      'note.zh-Hant': '兩地繼續合作。',
      ...cited,
    },
    '6-4.3': { 'title.en': 'A better title' },
    '6-d01': { state: 'In effect', asOf: '2025年6月26日', ...cited },
    '6-u07': {
      state: 'in_progress',
      asOf: '26 June 2025',
      assertedBy: '香港方面',
      quote: 'A first step.',
      'source.publisher': 'Example Bureau',
      'source.kind': 'Government',
      'source.language': '英文',
      'source.url': 'https://example.org/first-step',
    },
  })
  expect(rowOf(found, '6-4.1')).toMatchObject({ row: 11, refusals: [], conflicts: [] })
  const cells = (reference: string) =>
    Object.fromEntries(rowOf(found, reference).changes.map(({ column, will }) => [column, will]))
  expect(cells('6-4.1')).toMatchObject({
    state: 'ongoing',
    asOf: '2025-06-26',
    'note.zh-Hant': '兩地繼續合作。',
    'note.zh-Hans': '两地继续合作。',
  })
  expect(cells('6-4.3')).toEqual({ 'title.en': 'A better title' })
  expect(cells('6-d01')).toMatchObject({ state: 'in_effect', asOf: '2025-06-26' })
  expect(cells('6-u07')).toMatchObject({
    assertedBy: 'hk_side',
    'source.kind': 'government',
    'source.language': 'en',
  })
  expect(found.findings?.rows).toHaveLength(4)
  expect(await db().submission.count({ where: { importId: found.id } })).toBe(0)

  expect(await applyImport(editor, { id: found.id, leaveOut: false })).toEqual({ ok: true })
  const applied = await settled(editor, found.id)
  expect(applied).toMatchObject({ state: 'applied', submissions: 4 })
  const submissions = await db().submission.findMany({ where: { importId: found.id } })
  expect(
    submissions.map(({ kind, subjectReference }) => `${kind} ${subjectReference}`).sort(),
  ).toEqual(['edit 6-4.3', 'statement 6-4.1', 'statement 6-d01', 'statement 6-u07'])
  for (const { id, baseVersion } of submissions) {
    const outcome = await publishSubmission(reviewer, { id, version: baseVersion })
    expect(outcome).toMatchObject({ ok: true })
  }
  const live = (await findItemToState('6-4.1'))?.live
  expect(live).toMatchObject({ state: 'ongoing', asOf: '2025-06-26' })
  expect(live?.note['zh-Hans']).toMatchObject({ origin: 'script_conversion' })
  expect((await findItemToState('6-4.3'))?.title.en).toMatchObject({
    body: 'A better title',
    origin: 'editorial',
  })
  // What was uploaded is what is published now: the same again changes nothing.
  const again = await upload(editor, await download(editor))
  expect(again.findings?.rows).toEqual([])
})

test('rows that are refused name the row, the column and why; the rest goes on without them', async () => {
  const everything = await newOfficer('editor')
  const found = await edited(everything, {
    '6-5.1': { state: 'Completed', asOf: '2999-01-01', assertedBy: 'Press', ...cited },
    '6-5.2': { state: '快將完成' },
    '6-6.1': { 'title.en': 'A title that can stand' },
    '6-u08': { 'title.en': 'A title of a slot' },
    '6-d02': { 'text.en': 'Documents have no text' },
    '6-u09': { state: 'in_progress', source: 'no-such-source', quote: 'x' },
    '6-d03': {
      state: 'ended',
      asOf: '3/4/2025',
      source: 'caixin-2025-06-26',
      'source.publisher': 'X',
    },
    '6-1.1': { revision: '99' },
    '6-1.2': { field: '6-4' },
    '6-2.1': { reference: '6-99.9' },
    '6-2.2': { 'note.en': { formula: '1/0', result: { error: '#DIV/0!' } } },
  })
  const refused = Object.fromEntries(
    (found.findings?.rows ?? []).map(({ reference, refusals }) => [
      reference,
      refusals.map(({ column, reason }) => `${column} ${reason}`),
    ]),
  )
  expect(refused).toEqual({
    '6-5.1': ['asOf future_day'],
    '6-5.2': ['state not_a_state'],
    '6-6.1': [],
    '6-u08': [
      'text.zh-Hant text_required',
      'field field_required',
      'details.source citation_required',
    ],
    '6-d02': ['text.en documents_have_no_text'],
    '6-u09': ['asOf not_a_day', 'assertedBy required', 'source no_such_source'],
    '6-d03': ['asOf ambiguous_day', 'source held_or_new', 'reason.zh-Hant reason_required'],
    '6-1.1': ['revision no_such_version'],
    '6-1.2': ['field locked_column'],
    '6-99.9': ['reference no_such_item'],
    '6-2.2': ['note.en error_value'],
  })
  expect(rowOf(found, '6-5.1').row).toBeGreaterThan(2)
  expect(await applyImport(everything, { id: found.id, leaveOut: false })).toEqual({
    ok: false,
    reason: 'rows_refused',
  })
  expect(await applyImport(everything, { id: found.id, leaveOut: true })).toEqual({ ok: true })
  expect(await settled(everything, found.id)).toMatchObject({ state: 'applied', submissions: 1 })
})

test('a row of an item that is not in the officer’s charge is refused', async () => {
  const editor = await newOfficer('editor', { fields: ['6-5'], db: db() })
  const found = await edited(editor, {
    '6-5.1': { 'title.en': 'Mine to change' },
    '6-6.2': { 'title.en': 'Another’s' },
    '6-7.1': { 'note.en': 'Another’s', asOf: '2025-01-01', assertedBy: 'press' },
  })
  expect(rowOf(found, '6-5.1').refusals).toEqual([])
  const refused = [{ column: 'reference', reason: 'not_in_charge' }]
  expect(rowOf(found, '6-6.2').refusals).toEqual(refused)
  expect(rowOf(found, '6-7.1').refusals).toEqual(refused)
})

test('a file of some columns in another order touches those only; unknown ones are reported', async () => {
  const [editor] = await editorAndReviewer()
  const { live } = (await findItemToState('6-11.1')) ?? {}
  const csv = `Mood,標題（英文）,Revision,reference\nfine,A title from a short file,${live?.version},6-11.1\n`
  const found = await upload(editor, Buffer.from(csv), 'short.csv')
  expect(found.findings).toMatchObject({ unknownColumns: ['Mood'], unchanged: 0 })
  expect(found.findings?.missingColumns).toContain('state')
  expect(rowOf(found, '6-11.1').changes).toMatchObject([
    { column: 'title.en', will: 'A title from a short file' },
  ])
})

test('a reference that stands twice is refused the second time', async () => {
  const [editor] = await editorAndReviewer()
  const csv = 'reference,revision,title.en\n6-11.2,1,One\n6-11.2,1,Two\n,1,Three\n'
  const found = await upload(editor, Buffer.from(csv), 'twice.csv')
  expect(found.findings?.rows.map(({ row, refusals }) => [row, refusals])).toEqual([
    [2, []],
    [3, [{ column: 'reference', reason: 'twice_in_file' }]],
    [4, [{ column: 'reference', reason: 'required' }]],
  ])
})

test('an upload is its officer’s: nobody else sees, decides, submits or discards it', async () => {
  const [editor] = await editorAndReviewer()
  const other = await newOfficer('admin')
  const { id } = await edited(editor, { '6-12.1': { 'title.en': 'Mine' } })
  expect(await findImport(other, id)).toBeNull()
  const refused = { ok: false, reason: 'no_such_import' }
  expect(await decideConflicts(other, { id, decisions: {}, versions: {} })).toEqual(refused)
  expect(await applyImport(other, { id, leaveOut: true })).toEqual(refused)
  expect(await discardImport(other, { id })).toEqual(refused)
  expect(await discardImport(editor, { id })).toEqual({ ok: true })
  expect(await applyImport(editor, { id, leaveOut: true })).toEqual({
    ok: false,
    reason: 'import_over',
  })
  expect(await findImport(editor, id)).toMatchObject({ state: 'discarded', submissions: 0 })
})

test('who may not write may download and not upload; every act is audited', async () => {
  const viewer = await newOfficer('viewer')
  const bytes = await download(viewer)
  expect(await uploadSpreadsheet(viewer, { name: 'x.xlsx', bytes })).toEqual({
    ok: false,
    reason: 'not_allowed',
  })
  const [editor] = await editorAndReviewer()
  await expect(
    uploadSpreadsheet(editor, { name: 'x.png', bytes: Buffer.from([0x89, 0x50]) }),
  ).resolves.toMatchObject({ ok: false, reason: 'not_utf8' })
  const found = await upload(editor, bytes)
  await applyImport(editor, { id: found.id, leaveOut: true })
  await discardImport(editor, { id: found.id })
  const audited = await db().auditEntry.findMany({
    where: { officerId: { in: [viewer.id, editor.id] }, action: { startsWith: 'exchange.' } },
    orderBy: { at: 'asc' },
  })
  expect(audited.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
    'exchange.export done',
    'exchange.upload refused',
    'exchange.upload refused',
    'exchange.upload done',
    'exchange.apply refused',
    'exchange.discard done',
  ])
})

test('what a dead process left is gone on with, once, and what another works on is left to it', async () => {
  const [editor] = await editorAndReviewer()
  const { id } = await edited(editor, { '6-12.2': { 'title.en': 'After the crash' } })
  const leave = (state: 'checking' | 'applying', workedAt: Date | null) =>
    db().import.update({ where: { id }, data: { state, workedAt, done: 1, total: 86 } })
  const stateNow = async () => (await findImport(editor, id))?.state
  const longAgo = new Date(Date.now() - 60_000)

  await leave('checking', new Date())
  await resumeImports()
  expect(await stateNow()).toBe('checking')
  await leave('checking', longAgo)
  await resumeImports()
  expect(await stateNow()).toBe('checked')

  await leave('applying', longAgo)
  await Promise.all([resumeImports(), resumeImports(), resumeImports()])
  expect(await settled(editor, id)).toMatchObject({ state: 'applied', submissions: 1 })
  await resumeImports()
  expect(await db().submission.count({ where: { importId: id } })).toBe(1)
})

test('an upload whose officer may not submit any more comes to nothing', async () => {
  const [editor] = await editorAndReviewer()
  const { id } = await edited(editor, { '6-12.3': { 'title.en': 'Too late' } })
  await db().import.update({ where: { id }, data: { state: 'applying', workedAt: null } })
  await db().officer.update({ where: { id: editor.id }, data: { role: 'viewer' } })
  await resumeImports()
  expect(await findImport(editor, id)).toMatchObject({
    state: 'failed',
    failure: 'not_allowed',
    submissions: 0,
  })
})
