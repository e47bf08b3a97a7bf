import { expect, test } from 'vitest'
import type { Officer } from '@/features/desk/officers/model'
import { saveDraft } from '@/features/desk/round/drafts/commands'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import { heldValues } from '@/features/desk/round/edits/model/starting-values'
import { findEditable } from '@/features/desk/round/edits/queries/editables'
import { judgeEdit } from '@/features/desk/round/edits/queries/judge-edit'
import { openEditor } from '@/features/desk/round/edits/queries/open-editor'
import { settleForm } from '@/features/desk/round/edits/queries/settle-form'
import { returnSubmission } from '@/features/desk/round/review/commands/return-submission'
import type { FormValues } from '@/features/desk/round/submissions/model/form-fields'
import { listConferences } from '@/features/register/conferences/queries/conferences'
import { type EditableKind, isEditableKind } from '@/features/register/subjects/model/kinds'
import { cite, edit, held, nothingAsked, open, read } from '~/tests/support/desk/editor-forms'
import { editorAndReviewer, newOfficer } from '~/tests/support/desk/officers'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

test('every subject of the register, submitted as its form shows it, changes nothing', async () => {
  const admin = await newOfficer('admin')
  const rows = await db().revision.findMany({
    distinct: ['subjectKind', 'subjectReference'],
    select: { subjectKind: true, subjectReference: true },
  })
  let held = 0
  for (const { subjectKind: kind, subjectReference: reference } of rows) {
    if (!isEditableKind(kind)) continue
    const subject = await findEditable(kind, reference)
    if (!subject) throw new Error(`There is no ${kind} ${reference}.`)
    const values = heldValues(kind, reference, subject.version, subject.snapshot)
    expect(await judgeEdit(admin, read(kind, values)), `${kind} ${reference}`).toEqual({
      reason: 'nothing_changed',
    })
    held += 1
  }
  expect(held).toBeGreaterThan(200)
})

test('the editor opens for who may edit, and a slot and a new item for every editor', async () => {
  const finance = await newOfficer('editor', { fields: ['6-4'], db: db() })
  const viewer = await newOfficer('viewer')
  const answer = (officer: Officer, kind: EditableKind, reference: string | null) =>
    openEditor(officer, { kind, reference, ...nothingAsked })
  expect(await answer(finance, 'project', '6-4.1')).toHaveProperty('kind', 'project')
  expect(await answer(finance, 'project', '6-u09')).toHaveProperty('kind', 'project')
  expect(await answer(finance, 'document', null)).toHaveProperty('reference', null)
  expect(await answer(finance, 'source', null)).toHaveProperty('reference', null)
  expect(await answer(finance, 'project', '6-5.1')).toBe('forbidden')
  expect(await answer(finance, 'conference', '6')).toBe('forbidden')
  expect(await answer(finance, 'glossary_term', null)).toBe('forbidden')
  expect(await answer(viewer, 'project', '6-u09')).toBe('forbidden')
  expect(await answer(finance, 'project', '6-99.9')).toBeNull()
})

test('a draft is what the editor shows, checked as it would be on submitting, until it is submitted', async () => {
  const [editor, other] = [await newOfficer('editor'), await newOfficer('editor')]
  const { values, draft } = await open(editor, 'project', '6-u20', { itemise: true })
  expect(values['facts.itemised']).toBe('on')
  const typed = {
    ...values,
    'texts.title.zh-Hant.body': '合辦展覽',
    'texts.text.zh-Hant.body': '雙方合辦展覽。',
  }
  await saveDraft(editor, { key: draft.key, values: typed, baseVersion: 1, version: 'typed' })
  const again = await open(editor, 'project', '6-u20', { check: true })
  expect(again).toMatchObject({
    from: 'draft',
    values: typed,
    checked: {
      reason: 'invalid',
      problems: [
        { field: 'facts.field', code: 'field_required' },
        { field: 'citations', code: 'citation_required' },
      ],
    },
  })
  expect((await open(other, 'project', '6-u20')).from).toBe('live')
  const whole = { ...typed, 'facts.field': '6-6', ...cite('citations.3', held) }
  await saveDraft(editor, {
    key: draft.key,
    values: whole,
    baseVersion: 1,
    seen: ['typed'],
    version: 'whole',
  })
  const checked = (await open(editor, 'project', '6-u20', { check: true })).checked
  expect(checked).toMatchObject({
    reason: null,
    proposed: {
      snapshot: {
        itemised: true,
        texts: { text: { 'zh-Hans': { body: '双方合办展览。', origin: 'script_conversion' } } },
      },
    },
  })
  expect((await submitEdit(editor, read('project', whole), ['whole'])).ok).toBe(true)
  expect(await open(editor, 'project', '6-u20')).toMatchObject({
    from: 'submission',
    values: { 'texts.text.zh-Hant.body': '雙方合辦展覽。', 'facts.field': '6-6' },
  })
  expect((await open(other, 'project', '6-u20')).others).toEqual([editor.name])
})

test('what was returned is taken up again with its words, its new sources and its correction', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const { values, history } = await open(editor, 'document', '6-d05')
  const change = {
    'facts.fullTextPublished': 'no',
    'correction.revision': String(history[0]?.number),
    'correction.why.en': 'It was misread.',
    ...cite('citations.5', {
      kind: 'new',
      publisher: 'Example Paper',
      url: 'https://example.org/again',
      sourceKind: 'newspaper',
      language: 'en',
    }),
  }
  const outcome = await submitEdit(editor, read('document', { ...values, ...change }))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  const id = outcome.submission
  expect((await returnSubmission(reviewer, { id, reason: 'Which page?' })).ok).toBe(true)
  const again = await open(editor, 'document', '6-d05', { again: id })
  expect(again.own?.returnReason).toBe('Which page?')
  expect(again.values).toMatchObject({
    replaces: id,
    'facts.fullTextPublished': 'no',
    'correction.why.en': 'It was misread.',
  })
  expect(Object.values(again.values)).toContain('https://example.org/again')
  const next = await submitEdit(editor, read('document', again.values))
  if (!next.ok) throw new Error(JSON.stringify(next))
  expect(await db().submission.findUniqueOrThrow({ where: { id: next.submission } })).toMatchObject(
    { replacesId: id, corrects: history[0]?.number },
  )
})

test('in a conflict each place is mine or theirs as chosen, and what neither disputes is kept', async () => {
  const [editor, other, reviewer] = [
    await newOfficer('editor'),
    await newOfficer('editor'),
    await newOfficer('reviewer'),
  ]
  const { values, version, draft } = await open(editor, 'document', '6-d04')
  await edit(other, reviewer, ['document', '6-d04'], {
    'facts.fullTextPublished': 'no',
    'texts.title.en.body': 'Theirs',
    'texts.note.en.body': 'Their note',
    'texts.note.en.origin': 'editorial',
  })
  const mine: FormValues = {
    ...values,
    'facts.fullTextPublished': 'yes',
    'texts.title.en.body': 'Mine',
    'facts.counted': 'unclear',
  }
  expect(await submitEdit(editor, read('document', mine))).toMatchObject({ reason: 'conflict' })
  const shown: FormValues = { ...mine, 'conflict.version': String(version + 1) }
  // While a place is open, the form stays as it is, and says which.
  const half = { ...shown, 'choice.texts.title.en': 'mine' }
  expect(await settleForm('document', half)).toEqual(half)
  await saveDraft(editor, { key: draft.key, values: half, baseVersion: version })
  expect((await open(editor, 'document', '6-d04', { check: true })).checked).toMatchObject({
    reason: 'conflict',
    problems: [{ field: 'choice.fullTextPublished', code: 'required' }],
  })
  const settled = await settleForm('document', { ...half, 'choice.fullTextPublished': 'theirs' })
  expect(settled).toMatchObject({
    version: String(version + 1),
    'facts.fullTextPublished': 'no',
    'texts.title.en.body': 'Mine',
    'texts.note.en.body': 'Their note',
    'facts.counted': 'unclear',
  })
  const judged = await judgeEdit(editor, read('document', settled))
  expect(judged).toMatchObject({
    content: {
      snapshot: {
        fullTextPublished: 'no',
        counted: 'unclear',
        texts: { title: { en: { body: 'Mine' } }, note: { en: { body: 'Their note' } } },
      },
    },
  })
})

test('a text says who has reviewed it', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  await edit(editor, reviewer, ['project', '6-12.1'], {
    'texts.note.en.body': 'A remark.',
    'texts.note.en.origin': 'editorial',
  })
  const { reviewers } = await open(editor, 'project', '6-12.1')
  expect(reviewers.get('note en')).toBe(reviewer.name)
  expect(reviewers.get('text zh-Hant')).toBeUndefined()
})

test('a text made from none is refused, and so is one that only the register could not have', async () => {
  const [editor] = [await newOfficer('editor')]
  const { values } = await open(editor, 'organisation', null)
  const only = {
    ...values,
    'facts.side': 'SH',
    'texts.name.zh-Hans.body': '示例机构',
    'texts.name.zh-Hans.origin': 'script_conversion',
  }
  expect(await submitEdit(editor, read('organisation', only))).toMatchObject({
    reason: 'invalid',
    problems: [{ field: 'texts.name.zh-Hans.origin', code: 'no_original' }],
  })
  const official = { ...only, 'texts.name.zh-Hans.origin': 'official' }
  expect((await submitEdit(editor, read('organisation', official))).ok).toBe(true)
})

test('a seventh session is an afternoon’s work', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const page = {
    kind: 'new',
    publisher: 'Example Bureau',
    title: 'Seventh session held',
    url: 'https://example.org/seventh',
    sourceKind: 'government',
    language: 'en',
  }
  const conference = await edit(editor, reviewer, ['conference', null], {
    'facts.heldOn': '2026-10-20',
    'facts.announced.fields.number': '1',
    ...cite('facts.announced.fields.citations.0', page, 'one area'),
    'facts.announced.projects.number': '3',
    ...cite(
      'facts.announced.projects.citations.0',
      { kind: 'existing', slug: 'as:facts.announced.fields.citations.0' },
      'three projects',
    ),
    'facts.announced.documents.number': '2',
    ...cite(
      'facts.announced.documents.citations.0',
      { kind: 'existing', slug: 'as:facts.announced.fields.citations.0' },
      'two documents',
    ),
    'texts.name.zh-Hant.body': '滬港合作會議第七次會議',
    'texts.place.zh-Hant.body': '上海',
  })
  expect(conference).toBe('7')
  // One source, typed once, states all three numbers.
  expect(await db().source.count({ where: { publisher: 'Example Bureau' } })).toBe(1)
  const { slug } = await db().source.findFirstOrThrow({ where: { publisher: 'Example Bureau' } })
  const source = { kind: 'existing', slug }
  const field = await edit(editor, reviewer, ['field', null], {
    'facts.number': '1',
    'texts.name.zh-Hant.body': '金融',
    ...cite('citations.0', source, 'finance'),
  })
  expect(field).toBe('7-1')
  const { values } = await open(editor, 'project', '7-u01', { itemise: true })
  expect(values['citations.0.source.slug']).toBe(slug)
  await edit(editor, reviewer, ['project', '7-u01'], {
    'facts.itemised': 'on',
    'facts.field': field,
    'texts.title.zh-Hant.body': '金融合作',
    'texts.text.zh-Hant.body': '深化金融合作。',
    ...cite('citations.1', source, 'deepen'),
  })
  const organisation = await edit(editor, reviewer, ['organisation', null], {
    'facts.side': 'SH',
    'texts.name.zh-Hans.body': '示例机构',
    'texts.name.zh-Hans.origin': 'official',
    'texts.name.en.body': 'Seventh Body',
  })
  await edit(editor, reviewer, ['document', '7-d01'], {
    'facts.itemised': 'on',
    'facts.kind': 'memorandum_of_understanding',
    'facts.parties.0.organisation': organisation,
    'facts.parties.0.role': 'party',
    'facts.fields.0': field,
    'texts.title.zh-Hant.body': '金融合作備忘錄',
    ...cite('citations.1', source, 'memorandum'),
  })
  const seventh = (await listConferences()).find(({ reference }) => reference === '7')
  expect(seventh).toMatchObject({
    number: 7,
    itemised: { fields: 1, projects: 1, documents: 1 },
    slots: { projects: 2, documents: 1 },
  })
  expect(seventh?.announced.projects).toMatchObject({ number: 3, citations: [{}] })
  // The sixth stands as it stood.
  const sixth = (await listConferences()).find(({ reference }) => reference === '6')
  expect(sixth?.announced.projects.number).toBe(65)
  expect((sixth?.itemised.projects ?? 0) + (sixth?.slots.projects ?? 0)).toBe(65)
})
