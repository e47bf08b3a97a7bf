import { expect, test } from 'vitest'
import { applyImport } from '@/features/desk/spreadsheets/commands/decide-import'
import { newOfficer } from '~/tests/support/desk/officers'
import {
  detailsOfDocument as document,
  detailsOfProject as project,
  reasons,
} from '~/tests/support/desk/spreadsheet-details'
import { edited, rowOf, settled, type Typing } from '~/tests/support/desk/spreadsheets'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

/** What is typed, and all that is said of it. */
const faults: [what: string, reference: string, typed: Typing[string], said: string[]][] = [
  [
    'a title alone: everything else is missing',
    '6-u05',
    { 'title.en': 'A title' },
    ['details.source citation_required', 'field field_required', 'text.zh-Hant text_required'],
  ],
  [
    'a document’s field alone',
    '6-d10',
    { field: '6-4' },
    [
      'details.kind kind_required',
      'details.source citation_required',
      'title.zh-Hant text_required',
    ],
  ],
  [
    'a cell that cannot be read, and what is missing besides',
    '6-u06',
    { 'details.source.kind': 'a rumour', 'title.en': 'Damaged \uFFFD' },
    [
      'details.source.kind not_in_list',
      'field field_required',
      'text.zh-Hant text_required',
      'title.en damaged_text',
    ],
  ],
  [
    'a field and a source that there are not',
    '6-u07',
    { ...project, field: '9-9', 'details.source': 'nowhere' },
    ['details.source no_such_source', 'field no_such_reference'],
  ],
  [
    'two fields for a project',
    '6-u08',
    { ...project, field: '6-4\n6-5' },
    ['field no_such_reference'],
  ],
  [
    'a source without a quote or its place',
    '6-u09',
    { ...project, 'details.quote': '' },
    ['details.quote quote_or_locator'],
  ],
  [
    'a source and a new one',
    '6-u10',
    { ...project, 'details.source.publisher': 'X' },
    ['details.source held_or_new'],
  ],
  [
    'a new source half described, and no field',
    '6-u11',
    { ...project, field: '', 'details.source': '', 'details.source.publisher': 'X' },
    ['details.source.kind required', 'details.source.language required', 'field field_required'],
  ],
  [
    'two languages and no word of which is the original',
    '6-u12',
    { ...project, 'title.en': 'Data', field: '' },
    ['details.language which_original', 'field field_required'],
  ],
  [
    'a translation of nothing',
    '6-u13',
    { ...project, 'title.zh-Hant': '', 'title.en': 'Data', 'details.language': 'zh-Hant' },
    ['title.en no_original'],
  ],
  [
    'too long a title',
    '6-u14',
    { ...project, 'title.zh-Hant': '長'.repeat(401), field: '' },
    ['field field_required', 'title.zh-Hant too_long'],
  ],
  [
    'what only documents have',
    '6-u15',
    { ...project, 'details.parties': 'ecupl', 'details.kind': 'Agreement' },
    ['details.kind documents_only', 'details.parties documents_only'],
  ],
  [
    'what only projects have',
    '6-d11',
    { ...document, 'text.en': 'A text' },
    ['text.en documents_have_no_text'],
  ],
  [
    'parties that there are not, or twice, and no such day',
    '6-d12',
    {
      ...document,
      'details.parties': 'nobody\necupl',
      'details.witnesses': 'ecupl',
      'details.signedOn': 'some day',
    },
    [
      'details.parties named_twice',
      'details.parties no_such_reference',
      'details.signedOn not_a_day',
    ],
  ],
  [
    'details of what has them',
    '6-4.1',
    { field: '6-5', 'details.quote': 'Another' },
    ['details.quote locked_column', 'field locked_column'],
  ],
]

test('all that is wrong with a row is said at once, at its columns, and the rest goes on', async () => {
  const editor = await newOfficer('editor')
  const typing = Object.fromEntries(faults.map(([, reference, typed]) => [reference, typed]))
  const found = await edited(editor, { ...typing, '6-u16': project })
  for (const [what, reference, , said] of faults) {
    expect(reasons(rowOf(found, reference)), what).toEqual(said)
  }
  expect(await applyImport(editor, { id: found.id, leaveOut: true })).toEqual({ ok: true })
  expect(await settled(editor, found.id)).toMatchObject({ state: 'applied', submissions: 1 })
})

test('who may not add the details by the form may not by a spreadsheet', async () => {
  const finance = await newOfficer('editor', { side: 'SH', fields: ['6-4'], db: db() })
  const found = await edited(finance, {
    '6-u17': project,
    '6-u18': { ...project, field: '6-5' },
    '6-u19': { ...project, state: 'in_progress' },
  })
  expect(reasons(rowOf(found, '6-u17'))).toEqual([])
  expect(reasons(rowOf(found, '6-u18'))).toEqual(['reference not_in_charge'])
  // The status of what is in nobody's charge yet is not theirs to give.
  expect(reasons(rowOf(found, '6-u19'))).toContain('reference not_in_charge')
  expect(
    await db().auditEntry.count({ where: { officerId: finance.id, outcome: 'refused' } }),
  ).toBe(2)
})
