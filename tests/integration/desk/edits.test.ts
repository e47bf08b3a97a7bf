import { expect, test } from 'vitest'
import type { Officer } from '@/features/desk/officers/model'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import { type EditInput, editInput } from '@/features/desk/round/edits/input'
import { findEditable } from '@/features/desk/round/edits/queries/editables'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { readSnapshot } from '@/features/register/log/queries/snapshot'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import { isStale } from '@/features/register/texts/model/text'
import { editOf } from '~/tests/support/desk/edits'
import { newOfficer } from '~/tests/support/desk/officers'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

const held = { source: { kind: 'existing', slug: 'tkp-2024-04-27' }, quote: '簽署', locator: '' }
const text = (body: string, origin = 'editorial', checked = false) => ({
  body,
  origin,
  originDetail: null,
  checked,
})

async function aSource(): Promise<typeof held> {
  const { slug } = await db().source.findFirstOrThrow({ orderBy: { slug: 'asc' } })
  return { ...held, source: { kind: 'existing', slug } }
}

async function publish(author: Officer, reviewer: Officer, input: EditInput) {
  const outcome = await submitEdit(author, input)
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome)}`)
  const published = await publishSubmission(reviewer, {
    id: outcome.submission,
    version: input.version,
  })
  if (!published.ok) throw new Error(`Not published: ${JSON.stringify(published)}`)
  await sameAsLog(input.kind, published.reference)
  return published
}

/** The tables are what the log says: for this subject too. */
async function sameAsLog(kind: SubjectKind, reference: string) {
  const live = await db().$transaction((tx) => readSnapshot(tx, kind, reference))
  const last = await db().revision.findFirstOrThrow({
    where: { subjectKind: kind, subjectReference: reference },
    orderBy: { subjectRevision: 'desc' },
  })
  expect(live).toEqual(last.after)
  return last
}

const people = async () => [await newOfficer('editor'), await newOfficer('reviewer')] as const

test('a slot is itemised with its text, field and citation, and keeps its reference', async () => {
  const [editor, reviewer] = await people()
  const slot = await editOf('project', '6-u07', {
    facts: { field: '6-4', itemised: true },
    passages: {
      title: {
        'zh-Hant': text('合辦研討會'),
        en: text('A joint seminar', 'unofficial_translation'),
      },
      text: { 'zh-Hant': text('雙方合辦研討會。', 'as_printed') },
    },
    citations: [await aSource()],
  })
  const { reference } = await publish(editor, reviewer, slot)
  expect(reference).toBe('6-u07')
  const project = await db().project.findUniqueOrThrow({
    where: { reference: '6-u07' },
    include: { field: true, texts: true },
  })
  expect(project).toMatchObject({ itemised: true, field: { reference: '6-4' } })
  expect(
    project.texts.find(({ part, language }) => part === 'text' && language === 'zh-Hans'),
  ).toMatchObject({ body: '双方合办研讨会。', origin: 'script_conversion' })
  const last = await sameAsLog('project', '6-u07')
  expect(last).toMatchObject({ action: 'itemised', actorId: editor.id, approverId: reviewer.id })
  const counted = await db().project.count({ where: { itemised: true } })
  expect(counted).toBe(35)
})

test('without a field, a title, a text or evidence a slot is not itemised', async () => {
  const [editor] = await people()
  const outcome = await submitEdit(
    editor,
    await editOf('project', '6-u08', { facts: { itemised: true }, citations: [] }),
  )
  expect(outcome).toMatchObject({ ok: false, reason: 'invalid' })
  const codes = outcome.ok || outcome.reason !== 'invalid' ? [] : outcome.problems
  expect(codes.map(({ code }) => code).sort()).toEqual([
    'citation_required',
    'field_required',
    'text_required',
    'text_required',
  ])
})

test('when an original changes, what was made from it is stale, until somebody has checked it', async () => {
  const [editor, reviewer] = await people()
  const before = await findEditable('project', '6-4.2')
  const original = before?.snapshot.texts.text?.['zh-Hant']?.body ?? ''
  await publish(
    editor,
    reviewer,
    await editOf('project', '6-4.2', {
      passages: {
        text: {
          'zh-Hant': text(`${original}（修訂）`, 'as_printed'),
          'zh-Hans': text(
            before?.snapshot.texts.text?.['zh-Hans']?.body ?? '',
            'script_conversion',
          ),
          en: text(before?.snapshot.texts.text?.en?.body ?? '', 'unofficial_translation'),
        },
      },
    }),
  )
  const changed = (await findEditable('project', '6-4.2'))?.snapshot.texts.text ?? {}
  expect(isStale(changed, 'en')).toBe(true)
  expect(isStale(changed, 'zh-Hans')).toBe(true)
  await publish(
    editor,
    reviewer,
    await editOf('project', '6-4.2', {
      passages: {
        text: {
          'zh-Hant': text(changed['zh-Hant']?.body ?? '', 'as_printed'),
          'zh-Hans': text(changed['zh-Hans']?.body ?? '', 'script_conversion'),
          en: text(changed.en?.body ?? '', 'unofficial_translation', true),
        },
      },
    }),
  )
  const checked = (await findEditable('project', '6-4.2'))?.snapshot.texts.text ?? {}
  expect(isStale(checked, 'en')).toBe(false)
  expect(checked.en?.reviewedAt).not.toBeNull()
  expect(isStale(checked, 'zh-Hans')).toBe(true)
})

test('two edits of different places both stand; of the same place the later is a named conflict', async () => {
  const [editor, reviewer] = await people()
  const other = await newOfficer('editor')
  const mine = await editOf('document', '6-d03', { facts: { fullTextPublished: 'no' } })
  const theirs = await editOf('document', '6-d03', {
    passages: { note: { en: text('A note of the other officer.') } },
  })
  const clash = await editOf('document', '6-d03', { facts: { fullTextPublished: 'yes' } })
  const mineId = await submitEdit(editor, mine)
  await publish(other, reviewer, theirs)
  if (!mineId.ok) throw new Error('It should wait.')
  const live = await findEditable('document', '6-d03')
  const done = await publishSubmission(reviewer, {
    id: mineId.submission,
    version: live?.version ?? 0,
  })
  expect(done.ok).toBe(true)
  const merged = await sameAsLog('document', '6-d03')
  expect(merged.after).toMatchObject({
    fullTextPublished: 'no',
    texts: { note: { en: { body: 'A note of the other officer.' } } },
  })
  expect(await submitEdit(other, clash)).toMatchObject({
    ok: false,
    reason: 'conflict',
    conflicts: [{ path: 'fullTextPublished', base: 'unknown', mine: 'yes', theirs: 'no' }],
  })
})

test('a new conference brings a slot for each project and document that it announced', async () => {
  const [editor, reviewer] = await people()
  const cited = await aSource()
  const { reference } = await publish(
    editor,
    reviewer,
    editInput.parse({
      kind: 'conference',
      reference: null,
      version: 0,
      facts: {
        mechanism: (await db().mechanism.findFirstOrThrow()).slug,
        number: 7,
        heldOn: '2026-10-20',
        chairs: [],
        announced: {
          fields: { number: null, citations: [] },
          projects: { number: 4, citations: [cited] },
          documents: { number: 2, citations: [cited] },
        },
      },
      passages: { name: { 'zh-Hant': text('滬港合作會議第七次會議') } },
      citations: [],
    }),
  )
  expect(reference).toBe('7')
  const projects = await db().project.findMany({
    where: { conference: { reference: '7' } },
    orderBy: { position: 'asc' },
  })
  expect(projects.map((row) => row.reference)).toEqual(['7-u01', '7-u02', '7-u03', '7-u04'])
  for (const slot of projects) await sameAsLog('project', slot.reference)
  for (const slot of ['7-d01', '7-d02']) await sameAsLog('document', slot)
  // A field, then a slot itemised into it; a fifth project would be more than was announced.
  await publish(
    editor,
    reviewer,
    editInput.parse({
      kind: 'field',
      reference: null,
      version: 0,
      facts: { conference: '7', number: 1 },
      passages: { name: { 'zh-Hant': text('金融', 'official') } },
      citations: [cited],
    }),
  )
  const itemised = (citations: unknown[]) =>
    editOf('project', '7-u01', {
      facts: { field: '7-1', itemised: true },
      passages: {
        title: { 'zh-Hant': text('合作') },
        text: { 'zh-Hant': text('加強合作。', 'as_printed') },
      },
      citations,
    })
  // What gave the number says nothing of this project: its own words in the source do.
  expect(await submitEdit(editor, await itemised([cited]))).toMatchObject({
    reason: 'invalid',
    problems: [{ field: 'citations', code: 'citation_required' }],
  })
  await publish(editor, reviewer, await itemised([{ ...cited, quote: '加強合作' }]))
  const fifth = editInput.parse({
    kind: 'project',
    reference: null,
    version: 0,
    facts: { conference: '7', field: '7-1', itemised: true },
    passages: {
      title: { 'zh-Hant': text('多出') },
      text: { 'zh-Hant': text('多出一項。', 'as_printed') },
    },
    citations: [cited],
  })
  expect(await submitEdit(editor, fifth)).toMatchObject({
    reason: 'invalid',
    problems: [{ code: 'beyond_announced' }],
  })
})

test('every other kind is added and changed through the round, and stands in the log as in the tables', async () => {
  const [editor, reviewer] = await people()
  const cited = await aSource()
  const add = (input: object) =>
    publish(
      editor,
      reviewer,
      editInput.parse({ reference: null, version: 0, citations: [], ...input }),
    )
  const organisation = await add({
    kind: 'organisation',
    facts: { side: 'SH' },
    passages: { name: { 'zh-Hans': text('示例机构', 'official'), en: text('Example Body') } },
  })
  expect(organisation.reference).toBe('example-body')
  const person = await add({
    kind: 'person',
    facts: {},
    passages: { name: { 'zh-Hant': text('陳大文'), en: text('Chan Tai-man') } },
  })
  const document = await add({
    kind: 'document',
    facts: {
      conference: '6',
      itemised: true,
      kind: 'agreement',
      signedOn: '2024-04-26',
      counted: 'unclear',
      fullTextPublished: 'unknown',
      parties: [{ organisation: organisation.reference, role: 'party' }],
      signatories: [person.reference],
      fields: ['6-4'],
      projects: [],
    },
    passages: { title: { 'zh-Hant': text('合作協議', 'as_printed') } },
    citations: [cited],
  })
  expect(document.reference).toBe('6-m02')
  const development = await add({
    kind: 'development',
    facts: { date: '2025-01-02', namesTheConference: false, fields: ['6-4'], projects: [] },
    passages: { summary: { en: text('Something happened.') } },
    citations: [
      {
        ...cited,
        source: {
          kind: 'new',
          publisher: 'Example Paper',
          sourceKind: 'newspaper',
          language: 'en',
          url: 'https://www.example.org/a?utm_source=x',
        },
      },
    ],
  })
  expect(development.reference).toBe('2025-01-02-1')
  const term = await add({
    kind: 'glossary_term',
    facts: { also: ['別稱'] },
    passages: { name: { 'zh-Hant': text('試驗詞'), en: text('Trial word') } },
  })
  await publish(
    editor,
    reviewer,
    await editOf('glossary_term', term.reference, { facts: { also: [] } }),
  )
  const source = await db().source.findFirstOrThrow({ where: { publisher: 'Example Paper' } })
  await publish(
    editor,
    reviewer,
    await editOf('source', source.slug, {
      facts: { title: 'A headline', publishedOn: '2025-01-02' },
    }),
  )
  // The same page cited again, by another link, is the same source.
  await add({
    kind: 'development',
    facts: { date: '2025-01-02', namesTheConference: false, fields: ['6-4'], projects: [] },
    passages: { summary: { en: text('Something else happened.') } },
    citations: [
      {
        ...cited,
        source: {
          kind: 'new',
          publisher: 'Example Paper Ltd',
          sourceKind: 'newspaper',
          language: 'en',
          url: 'http://example.org/a/',
        },
      },
    ],
  })
  expect(await db().source.count({ where: { publisher: { startsWith: 'Example Paper' } } })).toBe(1)
})

test('a correction names the revision that it corrects, of the same subject, and says why', async () => {
  const [editor, reviewer] = await people()
  const wrong = await db().revision.findFirstOrThrow({
    where: { subjectKind: 'document', subjectReference: '6-d01' },
  })
  const correction = { revision: wrong.number, why: { en: 'The date was misread.' } }
  const { revision } = await publish(
    editor,
    reviewer,
    await editOf('document', '6-d01', { facts: { fullTextPublished: 'no' }, correction }),
  )
  const made = await db().revision.findUniqueOrThrow({ where: { number: revision } })
  expect(made).toMatchObject({
    action: 'corrected',
    corrects: wrong.number,
    correctionReason: { en: 'The date was misread.' },
  })
  const other = await editOf('document', '6-d02', {
    facts: { fullTextPublished: 'no' },
    correction,
  })
  expect(await submitEdit(editor, other)).toEqual({ ok: false, reason: 'no_such_revision' })
})

test('an editor of some fields edits what belongs to them, before and after', async () => {
  const editor = await newOfficer('editor', { fields: ['6-4'], db: db() })
  const note = { passages: { note: { en: text('A note.') } } }
  expect((await submitEdit(editor, await editOf('project', '6-4.1', note))).ok).toBe(true)
  expect(await submitEdit(editor, await editOf('project', '6-5.1', note))).toEqual({
    ok: false,
    reason: 'not_in_charge',
  })
  const into = async (field: string) =>
    editOf('project', '6-u09', {
      facts: { field, itemised: true },
      passages: {
        title: { 'zh-Hant': text('合作') },
        text: { 'zh-Hant': text('加強合作。', 'as_printed') },
      },
      citations: [await aSource()],
    })
  expect((await submitEdit(editor, await into('6-4'))).ok).toBe(true)
  expect(await submitEdit(editor, await into('6-5'))).toEqual({
    ok: false,
    reason: 'not_in_charge',
  })
})

test('what changes nothing is not submitted', async () => {
  const [editor] = await people()
  for (const [kind, reference] of [
    ['project', '6-1.1'],
    ['project', '6-u11'],
    ['document', '6-d02'],
    ['conference', '6'],
    ['field', '6-4'],
  ] as const) {
    expect(await submitEdit(editor, await editOf(kind, reference))).toEqual({
      ok: false,
      reason: 'nothing_changed',
    })
  }
})

test('of two that take one number, the second is told when it is to be published', async () => {
  const [editor, reviewer] = await people()
  const field = async () => {
    const outcome = await submitEdit(
      editor,
      editInput.parse({
        kind: 'field',
        reference: null,
        version: 0,
        facts: { conference: '6', number: 16 },
        passages: { name: { 'zh-Hant': text('新領域') } },
        citations: [await aSource()],
      }),
    )
    if (!outcome.ok) throw new Error('It should wait.')
    return outcome.submission
  }
  const [first, second] = [await field(), await field()]
  expect((await publishSubmission(reviewer, { id: first, version: 0 })).ok).toBe(true)
  expect(await publishSubmission(reviewer, { id: second, version: 0 })).toMatchObject({
    reason: 'invalid',
    problems: [{ code: 'already_taken' }],
  })
})
