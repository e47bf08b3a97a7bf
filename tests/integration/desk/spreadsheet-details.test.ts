import { expect, test } from 'vitest'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { applyImport, decideConflicts } from '@/features/desk/spreadsheets/commands/decide-import'
import { signHead } from '@/features/register/log/checkpoints/commands/sign-head'
import { edit, open, read } from '~/tests/support/desk/editor-forms'
import { editorAndReviewer, newOfficer } from '~/tests/support/desk/officers'
import {
  detailsOfDocument as document,
  detailsOfProject as project,
  reasons,
} from '~/tests/support/desk/spreadsheet-details'
import {
  download,
  edited,
  rowOf,
  settled,
  type Typing,
  typedInto,
  upload,
} from '~/tests/support/desk/spreadsheets'
import { ownLogKey, verified } from '~/tests/support/register/own-log-key'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()
ownLogKey()

const newSource = {
  'details.source.publisher': 'Example Bureau',
  'details.source.publishedOn': '26 April 2024',
  'details.source.url': 'https://example.org/all-of-it',
  'details.source.kind': 'Government',
  'details.source.language': 'English',
  'details.quote': 'Words of it',
}

const sixth = () => db().conference.findUniqueOrThrow({ where: { reference: '6' } })
test('five rows filled in, submitted, approved by another: published with their details, in a log that verifies', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  await signHead()
  const typing: Typing = {
    '6-u01': project,
    '6-u02': {
      field: '6-5',
      'title.en': 'Youth exchange',
      'text.en': 'Young people visit.',
      ...newSource,
    },
    '6-u03': {
      field: '6-5',
      'title.zh-Hans': '青年交流',
      'title.en': 'Exchange of the young',
      'text.zh-Hans': '青年互访。',
      'details.language': '簡體中文',
      ...newSource,
    },
    '6-d07': document,
    '6-d08': {
      ...document,
      'details.signedOn': '2024年4月26日',
      'details.parties': 'health-bureau-hk Health Bureau\necupl',
      'details.witnesses': 'doj-hk',
    },
  }
  const found = await edited(editor, typing)
  expect(found.findings?.rows.map(({ reference }) => reference).sort()).toEqual(
    Object.keys(typing).sort(),
  )
  for (const row of found.findings?.rows ?? []) {
    expect(row, row.reference).toMatchObject({ addsDetails: true, refusals: [], conflicts: [] })
  }
  expect(rowOf(found, '6-u01').changes).toContainEqual({
    column: 'text.zh-Hans',
    was: '',
    will: '两地推动数据互通。',
  })
  expect(await applyImport(editor, { id: found.id, leaveOut: false })).toEqual({ ok: true })
  expect(await settled(editor, found.id)).toMatchObject({ state: 'applied', submissions: 5 })
  const mails = await db().mail.findMany({ where: { officerId: reviewer.id, kind: 'to_review' } })
  expect(mails.map(({ detail }) => detail)).toEqual([expect.objectContaining({ count: 5 })])
  expect((await db().project.findUniqueOrThrow({ where: { reference: '6-u01' } })).itemised).toBe(
    false,
  )
  for (const { id, baseVersion } of await db().submission.findMany({
    where: { importId: found.id },
  })) {
    expect(await publishSubmission(editor, { id, version: baseVersion })).toMatchObject({
      ok: false,
      reason: 'not_reviewer',
    })
    expect(await publishSubmission(reviewer, { id, version: baseVersion })).toMatchObject({
      ok: true,
    })
  }

  const after = await logged('6-u01')
  expect(after).toMatchObject({
    action: 'itemised',
    after: {
      itemised: true,
      field: '6-4',
      texts: {
        title: { 'zh-Hant': { body: '數據互通', origin: 'as_printed' } },
        text: { 'zh-Hans': { origin: 'script_conversion' } },
      },
    },
  })
  // What states the announced number stays, and its own source is beside it.
  expect(after.after.citations.at(-1)).toMatchObject({ quote: '兩地推動數據互通' })
  expect(after.after.citations.length).toBeGreaterThan(1)
  expect((await logged('6-u03')).after.texts.title).toMatchObject({
    'zh-Hans': { origin: 'as_printed' },
    en: { origin: 'unofficial_translation' },
  })
  expect((await logged('6-d08')).after).toMatchObject({
    kind: 'memorandum_of_understanding',
    signedOn: '2024-04-26',
    counted: 'yes',
    fields: ['6-4', '6-5'],
    parties: [
      { organisation: 'health-bureau-hk', role: 'party' },
      { organisation: 'ecupl', role: 'party' },
      { organisation: 'doj-hk', role: 'witness' },
    ],
  })
  // One source, described in two rows, is one.
  expect(await db().source.count({ where: { publisher: 'Example Bureau' } })).toBe(1)
  await signHead()
  expect(await verified()).toEqual([])
  const { id } = await sixth()
  expect(await db().project.count({ where: { conferenceId: id } })).toBe(65)
  // What is published now changes nothing, and what was filled in before is there already.
  const asked = { scope: 'conference', conference: '6' }
  for (const format of ['xlsx', 'csv']) {
    const again = await upload(editor, await download(editor, { ...asked, format }))
    expect(again.findings?.rows).toEqual([])
  }
})

async function logged(reference: string) {
  const row = await db().revision.findFirstOrThrow({
    where: { subjectReference: reference },
    orderBy: { number: 'desc' },
  })
  return row as unknown as {
    action: string
    after: { citations: object[]; texts: Record<string, object>; [fact: string]: unknown }
  }
}

test('a row asks for what the form would with the same words in it', async () => {
  const [editor] = await editorAndReviewer()
  const other = await newOfficer('editor')
  const found = await edited(editor, { '6-u04': project, '6-d09': document })
  await applyImport(editor, { id: found.id, leaveOut: false })
  await settled(editor, found.id)
  const cited = (quote: string, locator: string) => ({
    'citations.9.source.kind': 'existing',
    'citations.9.source.slug': 'tkp-2024-04-27',
    'citations.9.quote': quote,
    'citations.9.locator': locator,
  })
  const typed = {
    '6-u04': {
      'facts.field': '6-4',
      'texts.title.zh-Hant.body': project['title.zh-Hant'],
      'texts.text.zh-Hant.body': project['text.zh-Hant'],
      ...cited(project['details.quote'], ''),
    },
    '6-d09': {
      'facts.fields.0': '6-4',
      'facts.fields.1': '6-5',
      'facts.kind': 'memorandum_of_understanding',
      'texts.title.zh-Hans.body': document['title.zh-Hans'],
      'texts.title.zh-Hans.origin': 'as_printed',
      ...cited('', 'A4'),
    },
  }
  for (const [reference, change] of Object.entries(typed)) {
    const kind = reference === '6-u04' ? 'project' : 'document'
    const { values } = await open(other, kind, reference, { itemise: true })
    expect(await submitEdit(other, read(kind, { ...values, ...change }))).toMatchObject({
      ok: true,
    })
    const [one, two] = await db().submission.findMany({ where: { subjectReference: reference } })
    expect(one?.content, reference).toEqual(two?.content)
    expect(one?.baseVersion).toBe(two?.baseVersion)
  }
})

test('details and a status in one row are two submissions, each with its own source', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const found = await edited(editor, {
    '6-u21': {
      ...project,
      state: 'In progress',
      asOf: '2025-06-26',
      assertedBy: 'Press',
      source: 'caixin-2025-06-26',
      quote: 'The work goes on.',
    },
  })
  expect(reasons(rowOf(found, '6-u21'))).toEqual([])
  await applyImport(editor, { id: found.id, leaveOut: false })
  expect(await settled(editor, found.id)).toMatchObject({ submissions: 2 })
  for (const { id, baseVersion } of await db().submission.findMany({
    where: { importId: found.id },
  })) {
    expect(await publishSubmission(reviewer, { id, version: baseVersion })).toMatchObject({
      ok: true,
    })
  }
  const { after } = await logged('6-u21')
  expect(after).toMatchObject({
    itemised: true,
    state: 'in_progress',
    statement: { citations: [{ source: 'caixin-2025-06-26' }] },
  })
  expect(after.citations.at(-1)).toMatchObject({ source: 'tkp-2024-04-27' })
})

test('an item that somebody has given details meanwhile is decided on, place by place', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const bytes = await download(editor)
  const same = { ...project, field: '6-5', 'details.quote': '同一來源的另一句' }
  await edit(await newOfficer('editor'), reviewer, ['project', '6-u22'], {
    'facts.itemised': 'on',
    'facts.field': '6-4',
    'texts.title.zh-Hant.body': '別人的標題',
    'texts.text.zh-Hant.body': project['text.zh-Hant'],
    'citations.9.source.kind': 'existing',
    'citations.9.source.slug': 'tkp-2024-04-27',
    'citations.9.quote': project['details.quote'],
  })
  const found = await upload(editor, await typedInto(bytes, { '6-u22': same }))
  const row = rowOf(found, '6-u22')
  expect(row.conflicts.map(({ place }) => place).sort()).toEqual([
    'details.citation',
    'field',
    'title.zh-Hant',
  ])
  const mine = { '6-u22 field': 'mine', '6-u22 details.citation': 'mine' } as const
  await decideConflicts(editor, {
    id: found.id,
    decisions: { ...mine, '6-u22 title.zh-Hant': 'theirs' },
    versions: {},
  })
  await applyImport(editor, { id: found.id, leaveOut: false })
  expect(await settled(editor, found.id)).toMatchObject({ state: 'applied', submissions: 1 })
  const [sent] = await db().submission.findMany({ where: { importId: found.id } })
  await publishSubmission(reviewer, { id: sent?.id ?? '', version: sent?.baseVersion ?? 0 })
  expect((await logged('6-u22')).after).toMatchObject({
    field: '6-5',
    texts: { title: { 'zh-Hant': { body: '別人的標題' } } },
  })
})

test('a second file takes the place of details that wait, and says so; a download can leave placeholder entries out', async () => {
  const [editor] = await editorAndReviewer()
  for (const title of ['第一次', '第二次']) {
    const found = await edited(editor, { '6-u23': { ...project, 'title.zh-Hant': title } })
    expect(rowOf(found, '6-u23').remarks.includes('replaces_change')).toBe(title === '第二次')
    await applyImport(editor, { id: found.id, leaveOut: false })
    await settled(editor, found.id)
  }
  const waiting = { subjectReference: '6-u23', authorId: editor.id }
  expect(await db().submission.count({ where: { ...waiting, state: 'submitted' } })).toBe(1)
  const asked = { scope: 'mine', slots: 'without', format: 'csv' }
  const lines = (await download(editor, asked)).toString()
  expect(lines).toContain('6-1.1,')
  expect(lines).not.toContain('6-u24,')
})
