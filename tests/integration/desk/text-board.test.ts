import { expect, test } from 'vitest'
import { submitEdits } from '@/features/desk/round/edits/commands/submit-edit'
import { findSubjectTexts } from '@/features/desk/round/text-board/queries/find-subject-texts'
import { listTextBoard } from '@/features/desk/round/text-board/queries/list-text-board'
import { isAcceptable } from '@/features/register/texts/model/text'
import { editorAndReviewer, newOfficer } from '~/tests/support/desk/officers'
import { change, publish, text } from '~/tests/support/desk/texts'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

test('the board holds every passage once, and counts each of its texts', async () => {
  const reviewer = await newOfficer('reviewer')
  const board = await listTextBoard({}, reviewer)
  const pages = await Promise.all(
    Array.from({ length: board.pages }, (_, index) =>
      listTextBoard(index === 0 ? {} : { page: index + 1 }, reviewer),
    ),
  )
  const keys = pages.flatMap(({ passages }) =>
    passages.map(({ kind, reference, name }) => `${kind} ${reference} ${name}`),
  )
  expect(new Set(keys).size).toBe(board.total)
  expect(keys).toHaveLength(board.total)
  expect(keys).toEqual(
    expect.arrayContaining([
      'project 6-4.2 text',
      'project 6-4.2 statement.note',
      'document 6-d01 title',
      'conference 6 place',
      'field 6-4 name',
      'organisation doj-hk name',
      'glossary_term digital-economy name',
      'person john-lee name',
    ]),
  )
  const counted = Object.values(board.states).reduce((sum, count) => sum + count, 0)
  expect(counted).toBe(board.total * 3)
  expect(Object.values(board.kinds).reduce((sum, count) => sum + count, 0)).toBe(board.total)
  const scope = {
    cityCode: null,
    mechanismId: null,
    confirmationId: null,
    // What a statement said that has been replaced is history.
    OR: [
      { statementId: null },
      { statement: { currentOfProject: { isNot: null } } },
      { statement: { currentOfDocument: { isNot: null } } },
    ],
  }
  const held = await db().text.count({ where: scope })
  expect(board.states.missing).toBe(board.total * 3 - held)
  expect(board.states.conversion).toBe(
    await db().text.count({ where: { ...scope, origin: 'script_conversion' } }),
  )
})

test('a filter leaves what it asks for, and its count was right', async () => {
  const reviewer = await newOfficer('reviewer')
  const whole = await listTextBoard({}, reviewer)
  const english = await listTextBoard({ language: 'en', state: 'unreviewed' }, reviewer)
  expect(english.total).toBe(whole.states.unreviewed)
  expect(english.passages.every(({ states }) => states.en === 'unreviewed')).toBe(true)
  expect((await listTextBoard({ state: 'missing' }, reviewer)).total).toBeGreaterThan(0)
  const projects = await listTextBoard({ kind: 'project' }, reviewer)
  expect(projects.total).toBe(whole.kinds.project)
  for (const { reference, count } of whole.fields) {
    expect((await listTextBoard({ field: reference }, reviewer)).total).toBe(count)
  }
  const sixth = whole.conferences.find(({ reference }) => reference === '6')
  expect((await listTextBoard({ conference: '6' }, reviewer)).total).toBe(sixth?.count)
  const traditional = await listTextBoard({ q: '進博會' }, reviewer)
  const simplified = await listTextBoard({ q: '进博会' }, reviewer)
  expect(traditional.total).toBeGreaterThan(0)
  expect(simplified.total).toBe(traditional.total)
  expect((await listTextBoard({ q: '6-4.2' }, reviewer)).passages[0]?.reference).toBe('6-4.2')
  const last = await listTextBoard({ page: 900 }, reviewer)
  expect(last.page).toBe(last.pages)
  expect(last.passages.length).toBeGreaterThan(0)
  expect((await listTextBoard({ q: 'no such words' }, reviewer)).passages).toEqual([])
})

test('an officer finds what is in their charge, and may change no more', async () => {
  const editor = await newOfficer('editor', { fields: ['6-4'], db: db() })
  const mine = await listTextBoard({ mine: 'yes' }, editor)
  expect(mine.total).toBeGreaterThan(0)
  expect(mine.passages.every(({ fields }) => fields.includes('6-4'))).toBe(true)
  const others = await listTextBoard({ field: '6-5', kind: 'project' }, editor)
  expect(others.passages.some(isAcceptable)).toBe(false)
  const viewer = await newOfficer('viewer')
  expect((await listTextBoard({}, viewer)).passages.some(({ mayEdit }) => mayEdit)).toBe(false)
  expect((await findSubjectTexts('project', '6-4.1', viewer))?.mayEdit).toBe(false)
  const forced = await change(editor, 'project', '6-5.1', { 'checked.text.zh-Hans': 'on' })
  expect(await submitEdits(editor, [forced])).toMatchObject({
    ok: false,
    refusals: [{ index: 0, reason: 'not_in_charge' }],
  })
})

test('a stale text knows the change since which it is so, and who made it', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const was = (await text('project', '6-8.1', 'text', 'zh-Hant'))?.body ?? ''
  const first = await publish(
    editor,
    reviewer,
    await change(editor, 'project', '6-8.1', { 'body.text.zh-Hant': `${was}（一）` }),
  )
  // A change of another passage, and a second one of the original.
  await publish(
    editor,
    reviewer,
    await change(editor, 'project', '6-8.1', { 'body.title.en': 'Another title' }),
  )
  await publish(
    editor,
    reviewer,
    await change(editor, 'project', '6-8.1', { 'body.text.zh-Hant': `${was}（二）` }),
  )
  const board = await listTextBoard({ state: 'stale', q: '6-8.1' }, reviewer)
  const passage = board.passages.find(({ name }) => name === 'text')
  expect(passage?.states).toEqual({ 'zh-Hant': 'original', 'zh-Hans': 'stale', en: 'stale' })
  const published = await db().revision.findUniqueOrThrow({
    where: { number: first.revision ?? 0 },
  })
  const since = {
    number: published.number,
    revision: published.subjectRevision,
    author: editor.name,
    approver: reviewer.name,
    original: 'zh-Hant',
    was,
    is: `${was}（二）`,
  }
  expect(passage?.staleSince).toMatchObject({ 'zh-Hans': since, en: since })
  const subject = await findSubjectTexts('project', '6-8.1', reviewer)
  expect(subject?.passages.find(({ name }) => name === 'text')?.staleSince.en).toMatchObject(since)

  // The English is still right after the change. The Simplified is converted again, which does not accept it.
  await publish(
    editor,
    reviewer,
    await change(editor, 'project', '6-8.1', {
      'checked.text.en': 'on',
      'body.text.zh-Hans': `${(await text('project', '6-8.1', 'text', 'zh-Hans'))?.body}（二）`,
    }),
  )
  const after = await findSubjectTexts('project', '6-8.1', reviewer)
  const checked = after?.passages.find(({ name }) => name === 'text')
  expect(checked?.states).toEqual({
    'zh-Hant': 'original',
    'zh-Hans': 'conversion',
    en: 'reviewed',
  })
  expect(checked?.reviewers).toEqual({ 'zh-Hant': reviewer.name, en: reviewer.name })
  expect(checked?.staleSince).toEqual({})
})
