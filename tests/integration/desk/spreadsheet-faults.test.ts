import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { editorAndReviewer } from '~/tests/support/desk/officers'
import { rowOf, upload } from '~/tests/support/desk/spreadsheets'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

const versionOf = async (reference: string) =>
  (await db().project.findUnique({ where: { reference } }))?.version ?? 1

/** Uploads rows of one item each, under a header of some columns. The revisions are filled in. */
async function uploaded(columns: readonly string[], ...rows: (readonly string[])[]) {
  const [editor] = await editorAndReviewer()
  const lines = [['reference', 'revision', ...columns].join()]
  for (const [reference = '', ...cells] of rows) {
    lines.push([reference, await versionOf(reference), ...cells].join())
  }
  return upload(editor, Buffer.from(lines.join('\n')), 'faults.csv')
}

const reasons = (found: Awaited<ReturnType<typeof upload>>, reference: string) =>
  rowOf(found, reference).refusals.map(({ column, reason }) => `${column} ${reason}`)

test('characters that a program has lost are refused, wherever they stand', async () => {
  const { body } = await db().text.findFirstOrThrow({
    where: { project: { reference: '6-4.2' }, part: 'title', language: 'zh-Hant' },
  })
  const found = await uploaded(
    ['title.zh-Hant', 'title.en'],
    ['6-4.2', body.replace('市', '?'), 'Is this so?'],
    ['6-4.1', '港資\uFFFD機構', ''],
  )
  expect(reasons(found, '6-4.2')).toEqual(['title.zh-Hant damaged_text'])
  expect(reasons(found, '6-4.1')).toContain('title.zh-Hant damaged_text')
})

test('a row longer than its header is refused; blank cells beyond it are nothing', async () => {
  const found = await uploaded(['title.en'], ['6-4.2', 'One', 'two'], ['6-4.1', 'Another', '', ''])
  expect(reasons(found, '6-4.2')).toEqual(['reference row_too_long'])
  expect(reasons(found, '6-4.1')).toEqual([])
})

test('a reference that has become a day says what helps; another unknown one is unknown', async () => {
  const found = await uploaded(['title.en'], ['1-Jun', 'x'], ['6-99.9', 'x'])
  expect(reasons(found, '1-Jun')).toEqual(['reference reference_is_day'])
  expect(reasons(found, '6-99.9')).toEqual(['reference no_such_item'])
})

test('all that is wrong with a row is said at once', async () => {
  const found = await uploaded(
    ['state', 'asOf', 'assertedBy', 'source', 'quote', 'title.zh-Hant'],
    // Who asserts it cannot be read, the day is to come, and nothing is cited for the reason that is missing.
    ['6-2.2', 'behind', '2999-01-01', 'nobody', '', '', '青年\uFFFD'],
    ['6-7.2', 'ended', 'some day', 'press', '', 'A quote without its source.', ''],
  )
  expect(reasons(found, '6-2.2').sort()).toEqual([
    'asOf future_day',
    'assertedBy not_an_assertion',
    'reason.zh-Hant reason_required',
    'source citation_required',
    'title.zh-Hant damaged_text',
  ])
  expect(reasons(found, '6-7.2')).toEqual(
    expect.arrayContaining([
      'asOf not_a_day',
      'source citation_required',
      'reason.zh-Hant reason_required',
    ]),
  )
})

test('in a workbook, a formula without its result is refused and merged cells are remarked', async () => {
  const [editor] = await editorAndReviewer()
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Mine')
  sheet.addRow(['reference', 'revision', 'title.en'])
  sheet.addRow(['6-4.2', await versionOf('6-4.2'), { formula: '"A"&"B"' }])
  sheet.addRow(['6-4.1', await versionOf('6-4.1'), 'Merged'])
  sheet.addRow(['6-4.3', await versionOf('6-4.3'), 'Alone'])
  sheet.mergeCells('C3:D3')
  const found = await upload(editor, Buffer.from(await workbook.xlsx.writeBuffer()))
  expect(reasons(found, '6-4.2')).toEqual(['title.en formula_without_value'])
  expect(rowOf(found, '6-4.1').remarks).toContain('merged_cells')
  expect(rowOf(found, '6-4.3').remarks).not.toContain('merged_cells')
})
