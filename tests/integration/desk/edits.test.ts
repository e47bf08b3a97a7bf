import { expect, test } from 'vitest'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import { findEditable } from '@/features/desk/round/edits/queries/editables'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { isStale } from '@/features/register/texts/model/text'
import { aSource, editOf, publishEdit, sameAsLog, text } from '~/tests/support/desk/edits'
import { editorAndReviewer, newOfficer } from '~/tests/support/desk/officers'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

test('a slot is itemised with its text, field and citation, and keeps its reference', async () => {
  const [editor, reviewer] = await editorAndReviewer()
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
  const { reference } = await publishEdit(editor, reviewer, slot)
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
  const [editor] = await editorAndReviewer()
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
  const [editor, reviewer] = await editorAndReviewer()
  const before = await findEditable('project', '6-4.2')
  const original = before?.snapshot.texts.text?.['zh-Hant']?.body ?? ''
  await publishEdit(
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
  await publishEdit(
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
  const [editor, reviewer] = await editorAndReviewer()
  const other = await newOfficer('editor')
  const mine = await editOf('document', '6-d03', { facts: { fullTextPublished: 'no' } })
  const theirs = await editOf('document', '6-d03', {
    passages: { note: { en: text('A note of the other officer.') } },
  })
  const clash = await editOf('document', '6-d03', { facts: { fullTextPublished: 'yes' } })
  const mineId = await submitEdit(editor, mine)
  await publishEdit(other, reviewer, theirs)
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

test('a correction names the revision that it corrects, of the same subject, and says why', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const wrong = await db().revision.findFirstOrThrow({
    where: { subjectKind: 'document', subjectReference: '6-d01' },
  })
  const correction = { revision: wrong.number, why: { en: 'The date was misread.' } }
  const { revision } = await publishEdit(
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
  const [editor] = await editorAndReviewer()
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
