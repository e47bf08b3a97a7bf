import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seedOfRun } from '@/cli/test-seed.mjs'
import type { Officer } from '@/features/desk/officers/model'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { submitStatement } from '@/features/desk/round/statements/commands/submit-statement'
import {
  type SubmittedStatement,
  submittedStatement,
} from '@/features/desk/round/statements/input/statement'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import {
  applyImport,
  decideConflicts,
  discardImport,
} from '@/features/desk/spreadsheets/commands/decide-import'
import { uploadSpreadsheet } from '@/features/desk/spreadsheets/commands/upload-spreadsheet'
import { resumeImports } from '@/features/desk/spreadsheets/commands/work-import'
import type { Finding, ShownImport } from '@/features/desk/spreadsheets/model/spreadsheet'
import { findImport } from '@/features/desk/spreadsheets/queries/find-import'
import { newOfficer } from '~/tests/support/desk/officers'
import {
  download,
  settled,
  type Typing,
  typedInto,
  upload,
} from '~/tests/support/desk/spreadsheets'
import { statementFrom } from '~/tests/support/desk/statements'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

const people = async () => [await newOfficer('editor'), await newOfficer('reviewer')] as const

/** Downloads, types and uploads. */
async function edited(officer: Officer, typing: Typing): Promise<ShownImport> {
  return upload(officer, await typedInto(await download(officer), typing))
}

function rowOf({ findings }: ShownImport, reference: string): Finding {
  const found = findings?.rows.find((row) => row.reference === reference)
  if (!found) throw new Error(`Nothing is said of ${reference}.`)
  return found
}

/** Another officer's statement about an item, published. */
async function publishOther(
  reference: string,
  change: Partial<SubmittedStatement['statement']>,
): Promise<void> {
  const [author, reviewer] = await people()
  const asked = await statementFrom(reference, change)
  const outcome = await submitStatement(author, asked)
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome)}`)
  const published = await publishSubmission(reviewer, {
    id: outcome.submission,
    version: asked.version,
  })
  expect(published).toMatchObject({ ok: true })
}

/** What a statement of an item of which nothing has been said needs as well. */
const dated = { asOf: '2025-01-02', assertedBy: 'Press' }
const cited = { quote: 'The work goes on.', source: 'caixin-2025-06-26' }

test('a file that nobody edited changes nothing, in any language and either form', async () => {
  const [editor] = await people()
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
  const [editor, reviewer] = await people()
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
    '6-u08': ['title.en not_itemised'],
    '6-d02': ['text.en documents_have_no_text'],
    '6-u09': ['asOf not_a_day', 'assertedBy required'],
    '6-d03': ['asOf ambiguous_day', 'source held_or_new'],
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

test('changes of two people in different cells both stand; the same cell is decided on', async () => {
  const [editor, reviewer] = await people()
  const bytes = await download(editor)
  await publishOther('6-7.1', {
    state: 'in_progress',
    note: { 'zh-Hant': '', 'zh-Hans': '', en: 'Theirs' },
  })
  const found = await upload(
    editor,
    await typedInto(bytes, {
      '6-7.1': { 'note.en': 'Mine', 'reason.en': 'Because', 'title.en': 'My title' },
    }),
  )
  const row = rowOf(found, '6-7.1')
  expect(row.remarks).toContain('others_changed')
  expect(row.conflicts).toEqual([
    { place: 'note.en', base: [''], mine: ['Mine'], theirs: ['Theirs'], decision: null },
  ])
  expect(row.changes.map(({ column }) => column)).toEqual(['title.en', 'reason.en'])
  expect(await applyImport(editor, { id: found.id, leaveOut: true })).toEqual({
    ok: false,
    reason: 'conflicts_undecided',
  })
  const versions = { '6-7.1': row.version }
  const key = '6-7.1 note.en'
  const decided = async (choice: 'mine' | 'theirs') => {
    const choices = { decisions: { [key]: choice }, versions }
    expect(await decideConflicts(editor, { id: found.id, ...choices })).toEqual({ ok: true })
    return rowOf((await findImport(editor, found.id)) as ShownImport, '6-7.1')
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
  const { live } = (await findItemToState('6-7.1')) ?? {}
  // Theirs in the cells that I left, mine in those that I changed.
  expect(live).toMatchObject({ state: 'in_progress', assertedBy: 'hk_side' })
  expect(live?.note.en?.body).toBe('Mine')
  expect(live?.reason.en?.body).toBe('Because')
})

test('what is published between the dry run and the submission is shown, never decided silently', async () => {
  const [editor] = await people()
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
  const [editor] = await people()
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
  const [editor] = await people()
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

test('a file of some columns in another order touches those only; unknown ones are reported', async () => {
  const [editor] = await people()
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
  const [editor] = await people()
  const csv = 'reference,revision,title.en\n6-11.2,1,One\n6-11.2,1,Two\n,1,Three\n'
  const found = await upload(editor, Buffer.from(csv), 'twice.csv')
  expect(found.findings?.rows.map(({ row, refusals }) => [row, refusals])).toEqual([
    [2, []],
    [3, [{ column: 'reference', reason: 'twice_in_file' }]],
    [4, [{ column: 'reference', reason: 'required' }]],
  ])
})

test('an upload is its officer’s: nobody else sees, decides, submits or discards it', async () => {
  const [editor] = await people()
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
  const [editor] = await people()
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
  const [editor] = await people()
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
  const [editor] = await people()
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

test('what the officer has waiting for review is not lost by a spreadsheet', async () => {
  const [editor, reviewer] = await people()
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
  const [editor] = await people()
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
