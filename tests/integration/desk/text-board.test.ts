import { expect, test } from 'vitest'
import type { Officer } from '@/features/desk/officers/model'
import { submitEdit, submitEdits } from '@/features/desk/round/edits/commands/submit-edit'
import { editInput, type TextsInput, textsInput } from '@/features/desk/round/edits/input'
import { findEditable } from '@/features/desk/round/edits/queries/editables'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { acceptedTexts, editedTexts } from '@/features/desk/round/text-board/input'
import {
  findSubjectTexts,
  readSeen,
} from '@/features/desk/round/text-board/queries/find-subject-texts'
import { listTextBoard } from '@/features/desk/round/text-board/queries/list-text-board'
import { readSnapshot } from '@/features/register/log/queries/snapshot'
import { type EditableKind, editableKinds } from '@/features/register/subjects/model/kinds'
import { isAcceptable, passageIn, textHash } from '@/features/register/texts/model/text'
import type { Language } from '@/i18n/language'
import { newOfficer } from '~/tests/support/desk/officers'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

const people = async () => [await newOfficer('editor'), await newOfficer('reviewer')] as const

/** What the form of a subject's texts would post, as its action reads it. */
async function change(
  officer: Officer,
  kind: EditableKind,
  reference: string,
  values: Record<string, string>,
): Promise<TextsInput> {
  const subject = await findSubjectTexts(kind, reference, officer)
  if (!subject) throw new Error(`There is no ${kind} ${reference}.`)
  const [seen] = await readSeen(officer, [subject])
  const passages = editedTexts(seen ?? new Map(), values)
  return textsInput.parse({ kind, reference, version: subject.version, passages })
}

async function publish(author: Officer, reviewer: Officer, input: TextsInput) {
  const outcome = await submitEdits(author, [input])
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome)}`)
  return publishOne(reviewer, outcome.submissions[0] ?? '')
}

async function publishOne(reviewer: Officer, id: string) {
  const { baseVersion } = await db().submission.findUniqueOrThrow({ where: { id } })
  const published = await publishSubmission(reviewer, { id, version: baseVersion })
  if (!published.ok) throw new Error(`Not published: ${JSON.stringify(published)}`)
  return published
}

async function text(kind: EditableKind, reference: string, name: string, language: Language) {
  const subject = await findEditable(kind, reference)
  return subject && passageIn(subject.snapshot, name)?.[language]
}

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
  const scope = { cityCode: null, mechanismId: null, confirmationId: null }
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
  const [editor, reviewer] = await people()
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
  const since = {
    number: first.revision,
    revision: 2,
    author: editor.name,
    approver: reviewer.name,
    original: 'zh-Hant',
    was,
    is: `${was}（二）`,
  }
  expect(passage?.staleSince).toMatchObject({ 'zh-Hans': since, en: since })
  const subject = await findSubjectTexts('project', '6-8.1', reviewer)
  expect(subject?.passages.find(({ name }) => name === 'text')?.staleSince.en).toMatchObject(since)

  // Still right after the change; and converted again, which is no acceptance.
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

test('conversions chosen on the board are accepted through the round, one submission a subject', async () => {
  const [editor, reviewer] = await people()
  const whole = await listTextBoard({ state: 'conversion' }, editor)
  const pages = await Promise.all(
    Array.from({ length: whole.pages }, (_, index) =>
      listTextBoard({ state: 'conversion', ...(index > 0 ? { page: index + 1 } : {}) }, editor),
    ),
  )
  const all = pages.flatMap(({ passages }) => passages).filter(isAcceptable)
  const idOf = ({ kind, reference }: { kind: string; reference: string }) => `${kind} ${reference}`
  const passages = [...new Set(all.map(idOf))].map((id) => all.filter((one) => idOf(one) === id))
  const seen = await readSeen(
    editor,
    passages.flatMap(([first]) => (first ? [{ ...first, waiting: null }] : [])),
  )
  const inputs = passages.map((own, index) => {
    const [{ kind, reference, version } = { kind: '', reference: '', version: 0 }] = own
    const named = own.map(({ name }) => ({ name, language: 'zh-Hans' as const }))
    const texts = acceptedTexts(seen[index] ?? new Map(), named)
    return textsInput.parse({ kind, reference, version, passages: texts })
  })
  const outcome = await submitEdits(editor, inputs)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  expect(outcome.submissions).toHaveLength(passages.length)
  const waiting = await listTextBoard({ kind: 'field', state: 'conversion' }, editor)
  expect(waiting.total).toBe(whole.fields.length)
  expect(waiting.passages.every(({ waiting }) => waiting === 'mine')).toBe(true)
  expect(waiting.passages.some(isAcceptable)).toBe(false)
  const toReviewer = await listTextBoard({ kind: 'field' }, reviewer)
  expect(toReviewer.passages.every(({ waiting }) => waiting === 'others')).toBe(true)

  // One of each kind, and the field that is looked at more closely.
  const published = editableKinds.flatMap((kind) => {
    const isShown = (input: TextsInput) => input.kind === kind
    const index = inputs.findIndex((input) => isShown(input) && input.reference === '6-4')
    return [index, inputs.findIndex(isShown)].filter((one) => one >= 0).slice(0, 1)
  })
  let texts = 0
  for (const index of published) {
    await publishOne(reviewer, outcome.submissions[index] ?? '')
    const { kind, reference, passages } = inputs[index] as TextsInput
    const subject = await findSubjectTexts(kind, reference, reviewer)
    for (const name of Object.keys(passages)) {
      const passage = subject?.passages.find((one) => one.name === name)
      expect(passage?.states['zh-Hans']).toBe('accepted')
      expect(passage?.reviewers['zh-Hans']).toBe(reviewer.name)
      texts += 1
    }
  }
  const board = await listTextBoard({}, reviewer)
  expect(board.states.conversion).toBe(whole.states.conversion - texts)
  expect(board.states.accepted).toBe(whole.states.accepted + texts)
  const reference = '6-4'
  const row = await db().text.findFirstOrThrow({
    where: { field: { reference }, language: 'zh-Hans' },
  })
  const original = await text('field', reference, 'name', 'zh-Hant')
  expect(row).toMatchObject({
    origin: 'editorial',
    derivedFromHash: textHash(original?.body ?? ''),
    reviewedById: reviewer.id,
  })
  const live = await db().$transaction((tx) => readSnapshot(tx, 'field', reference))
  const last = await db().revision.findFirstOrThrow({
    where: { subjectKind: 'field', subjectReference: reference },
    orderBy: { subjectRevision: 'desc' },
  })
  expect(live).toEqual(last.after)
  expect(last).toMatchObject({
    action: 'text_changed',
    actorId: editor.id,
    approverId: reviewer.id,
  })
})

test('one refusal stops all that were chosen with it', async () => {
  const editor = await newOfficer('editor', { fields: ['6-4'], db: db() })
  const accept = { 'checked.text.zh-Hans': 'on' }
  const inputs = [
    await change(editor, 'project', '6-4.1', accept),
    await change(editor, 'project', '6-9.1', accept),
  ]
  expect(await submitEdits(editor, inputs)).toMatchObject({
    ok: false,
    refusals: [{ index: 1, reason: 'not_in_charge' }],
  })
  expect(await db().submission.count({ where: { authorId: editor.id } })).toBe(0)
})

test('what the author has waiting for review is carried on', async () => {
  const [editor, reviewer] = await people()
  const subject = await findEditable('document', '6-d04')
  if (!subject) throw new Error('There is no such document.')
  const { texts: _, citations: __, state: ___, statement: ____, ...facts } = subject.snapshot
  const edit = editInput.parse({
    kind: 'document',
    reference: '6-d04',
    version: subject.version,
    facts: { ...facts, fullTextPublished: 'no' },
    passages: {},
    citations: [
      {
        source: {
          kind: 'new',
          publisher: 'Example Bureau',
          title: '',
          sourceKind: 'government',
          language: 'en',
        },
        quote: 'Signed.',
        locator: '',
      },
    ],
  })
  const first = await submitEdit(editor, edit)
  if (!first.ok) throw new Error(JSON.stringify(first))
  const shown = await findSubjectTexts('document', '6-d04', editor)
  expect(shown?.waiting).toBe(first.submission)
  const accept = await change(editor, 'document', '6-d04', { 'checked.title.zh-Hans': 'on' })
  const second = await submitEdits(editor, [accept])
  if (!second.ok) throw new Error(JSON.stringify(second))
  expect(await db().submission.findUnique({ where: { id: first.submission } })).toMatchObject({
    state: 'withdrawn',
  })
  const waiting = await findSubjectTexts('document', '6-d04', editor)
  expect(waiting?.passages[0]?.states['zh-Hans']).toBe('accepted')
  // Nothing of it is public yet, and to say it twice is nothing new.
  expect((await text('document', '6-d04', 'title', 'zh-Hans'))?.origin).toBe('script_conversion')
  expect(await submitEdits(editor, [accept])).toMatchObject({
    ok: false,
    refusals: [{ reason: 'nothing_changed' }],
  })
  await publishOne(reviewer, second.submissions[0] ?? '')
  const live = await findEditable('document', '6-d04')
  expect(live?.snapshot).toMatchObject({ fullTextPublished: 'no' })
  expect(live?.snapshot.citations[0]?.source).toMatch(/^example-bureau/)
  expect((await text('document', '6-d04', 'title', 'zh-Hans'))?.origin).toBe('editorial')
})

test('a text that somebody else has changed meanwhile is a conflict; another one is not', async () => {
  const [editor, reviewer] = await people()
  const other = await newOfficer('editor')
  const inMine = { 'body.title.en': 'The title as I have it' }
  const mine = await change(editor, 'project', '6-2.1', inMine)
  const apart = await change(editor, 'project', '6-2.1', { 'checked.title.zh-Hans': 'on' })
  const theirs = { 'body.title.en': 'The title as they have it' }
  await publish(other, reviewer, await change(other, 'project', '6-2.1', theirs))
  expect(await submitEdits(editor, [mine])).toMatchObject({
    ok: false,
    refusals: [
      {
        reason: 'conflict',
        conflicts: [{ path: 'texts.title.en', theirs: { body: 'The title as they have it' } }],
      },
    ],
  })
  await publish(editor, reviewer, apart)
  expect((await text('project', '6-2.1', 'title', 'en'))?.body).toBe('The title as they have it')
  expect((await text('project', '6-2.1', 'title', 'zh-Hans'))?.origin).toBe('editorial')
})

test('a version that never was, or another’s waiting change, is not what an officer saw', async () => {
  const [editor, reviewer] = await people()
  const known = await change(editor, 'project', '6-3.2', { 'checked.text.zh-Hans': 'on' })
  expect(await submitEdits(editor, [{ ...known, version: 99 }])).toMatchObject({
    ok: false,
    refusals: [{ reason: 'no_such_item' }],
  })
  const outcome = await submitEdits(editor, [known])
  const id = outcome.ok ? (outcome.submissions[0] ?? '') : ''
  const seen = { kind: 'project', reference: '6-3.2', version: 1, waiting: id } as const
  expect((await readSeen(reviewer, [seen]))[0]).toBeNull()
  expect((await readSeen(editor, [seen]))[0]?.get('text')?.['zh-Hans']?.origin).toBe('editorial')
  expect(await findSubjectTexts('project', '6-99.9', editor)).toBeNull()
  expect(await findSubjectTexts('officer', '6-3.2', editor)).toBeNull()
})

test('a statement’s note is corrected with its item, and a missing translation added', async () => {
  const [editor, reviewer] = await people()
  await publish(
    editor,
    reviewer,
    await change(editor, 'project', '6-4.2', {
      'checked.statement.note.zh-Hans': 'on',
      'body.statement.note.en': 'A note put better.',
    }),
  )
  expect((await text('project', '6-4.2', 'statement.note', 'en'))?.body).toBe('A note put better.')
  expect((await text('project', '6-4.2', 'statement.note', 'zh-Hans'))?.origin).toBe('editorial')

  const lacking = (await listTextBoard({ state: 'missing', kind: 'document' }, editor)).passages[0]
  if (!lacking) throw new Error('Nothing is missing.')
  const { reference, name } = lacking
  await publish(
    editor,
    reviewer,
    await change(editor, 'document', reference, {
      [`body.${name}.zh-Hant`]: '補上的繁體文本',
      [`origin.${name}.zh-Hant`]: 'script_conversion',
    }),
  )
  const added = await text('document', reference, name, 'zh-Hant')
  expect(added).toMatchObject({ body: '補上的繁體文本', origin: 'editorial' })
  // The original stays the original.
  const subject = await findSubjectTexts('document', reference, editor)
  const states = subject?.passages.find((passage) => passage.name === name)?.states
  expect(states).toMatchObject({ 'zh-Hant': 'accepted', 'zh-Hans': 'original' })
})
