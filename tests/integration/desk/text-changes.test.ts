import { expect, test } from 'vitest'
import { submitEdit, submitEdits } from '@/features/desk/round/edits/commands/submit-edit'
import { editInput, type TextsInput, textsInput } from '@/features/desk/round/edits/input'
import { findEditable } from '@/features/desk/round/edits/queries/editables'
import { acceptedTexts } from '@/features/desk/round/text-board/input'
import {
  findSubjectTexts,
  readSeen,
} from '@/features/desk/round/text-board/queries/find-subject-texts'
import { listTextBoard } from '@/features/desk/round/text-board/queries/list-text-board'
import { recordRevision } from '@/features/register/log/commands/record'
import { readSnapshot } from '@/features/register/log/queries/snapshot'
import { editableKinds } from '@/features/register/subjects/model/kinds'
import { isAcceptable, textHash } from '@/features/register/texts/model/text'
import { languages } from '@/i18n/language'
import { editorAndReviewer, newOfficer } from '~/tests/support/desk/officers'
import { change, publish, publishOne, text } from '~/tests/support/desk/texts'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

test('conversions chosen on the board are accepted through the round, one submission a subject', async () => {
  const [editor, reviewer] = await editorAndReviewer()
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
  const chosen = passages.map((own) =>
    own.flatMap(({ name, states }) =>
      languages
        .filter((language) => states[language] === 'conversion')
        .map((language) => ({ name, language })),
    ),
  )
  const inputs = passages.map(([own], index) => {
    const { kind, reference, version } = own ?? { kind: '', reference: '', version: 0 }
    const texts = acceptedTexts(seen[index] ?? new Map(), chosen[index] ?? [])
    return textsInput.parse({ kind, reference, version, passages: texts })
  })
  const outcome = await submitEdits(editor, inputs)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  expect(outcome.submissions).toHaveLength(passages.length)
  const waiting = await listTextBoard({ kind: 'field', state: 'conversion' }, editor)
  expect(waiting.total).toBe(all.filter(({ kind }) => kind === 'field').length)
  expect(waiting.passages.every(({ waiting }) => waiting === 'mine')).toBe(true)
  expect(waiting.passages.some(isAcceptable)).toBe(false)
  const toReviewer = await listTextBoard({ kind: 'field', state: 'conversion' }, reviewer)
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
    const { kind, reference } = inputs[index] as TextsInput
    const subject = await findSubjectTexts(kind, reference, reviewer)
    for (const { name, language } of chosen[index] ?? []) {
      const passage = subject?.passages.find((one) => one.name === name)
      expect(passage?.states[language]).toBe('accepted')
      expect(passage?.reviewers[language]).toBe(reviewer.name)
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
  const [editor, reviewer] = await editorAndReviewer()
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
  // Nothing of it is public yet, and saying it twice changes nothing.
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
  const [editor, reviewer] = await editorAndReviewer()
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
  const [editor, reviewer] = await editorAndReviewer()
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
  const [editor, reviewer] = await editorAndReviewer()
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

  // The register opens with every title in every language.
  const title = { document: { reference: '5-d01' }, part: 'title', language: 'zh-Hant' } as const
  await db().$transaction(async (tx) => {
    expect((await tx.text.deleteMany({ where: title })).count).toBe(1)
    await recordRevision(tx, {
      kind: 'document',
      reference: '5-d01',
      action: 'facts_changed',
      citations: [],
      actor: { role: 'register', side: null, officerId: null },
    })
  })
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
