import ExcelJS from 'exceljs'
import fc from 'fast-check'
import readWorkbookElsewhere, { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { documentStates, projectStates } from '@/features/register/states/model/states'
import { languages } from '@/i18n/language'
import { writeCsv } from '@/server/files/csv'
import { defuse } from '@/server/files/csv-injection'
import { cities } from '~/tests/support/register/cities'
import { readCell } from '../input'
import {
  type Cells,
  columnKeys,
  type EditableColumn,
  editableColumns,
  isDetail,
  isOpen,
  isOwn,
} from '../model/columns'
import { type Download, shownRow } from '../model/shown-row'
import type { ItemRow } from '../model/spreadsheet'
import { readTable } from './table'
import { writeWorkbook } from './write-workbook'

/** Anything that a text of the register can be: formulas, quotes, line ends, signs outside the basic plane. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .tuple(
        fc.constantFrom(
          '',
          ' ',
          '=',
          '+',
          '-',
          '@',
          "'",
          "'=",
          '\t',
          '＝',
          '"',
          '_x0041_',
          '&amp;',
        ),
        fc.string({
          unit: fc.constantFrom(
            '滬',
            '港',
            '𠮷',
            '👩🏽‍💻',
            '"',
            ',',
            ';',
            '\n',
            '\r\n',
            '_',
            'x',
            '<',
            '&',
            ' ',
          ),
        }),
        fc.constantFrom('', ' ', '\n', '\u00a0', '_x000D_', '"'),
      )
      .map((parts) => parts.join('')),
  )
  // The database holds no end of string inside a text.
  .map((text) => text.replaceAll('\0', ''))

const textColumns = editableColumns.filter(
  (column) =>
    /^(title|text|note|reason)\./.test(column) || /^(details\.)?(quote|locator)$/.test(column),
)

const anyRow = fc
  .record({
    texts: fc.array(anyText, { minLength: textColumns.length, maxLength: textColumns.length }),
    state: fc.constantFrom('not_reported', 'behind', 'ended'),
    asOf: fc.constantFrom('', '2024-04-26', '2025-01-02'),
    assertedBy: fc.constantFrom('', 'hk_side', 'editor'),
    source: fc.constantFrom('', 'tkp-2024-04-27'),
    field: fc.constantFrom('', '6-4', '6-4\n6-5'),
    'details.parties': fc.constantFrom('', 'hkex', 'shfe\nhkex'),
  })
  .map(({ texts, ...rest }) => {
    const cells = Object.fromEntries(editableColumns.map((column) => [column, ''])) as Cells
    for (const [index, column] of textColumns.entries()) cells[column] = texts[index] ?? ''
    return { ...cells, ...rest }
  })

const nameOf = (body: string) => ({
  en: {
    body,
    origin: 'editorial',
    originDetail: null,
    derivedFromHash: null,
    reviewedAt: null,
  } as const,
})
const downloadOf = (cells: readonly Cells[], language: Download['language']): Download => ({
  rows: cells.map(
    (one, index): ItemRow => ({
      kind: 'project',
      reference: `6-4.${index + 1}`,
      revision: index + 1,
      itemised: index % 2 === 0,
      cells: one,
    }),
  ),
  language,
  cities,
  fieldNames: new Map([['6-4', nameOf('Finance')]]),
  organisationNames: new Map([['hkex', nameOf('Hong Kong Exchanges')]]),
  sources: [
    {
      slug: 'tkp-2024-04-27',
      publisher: '大公報',
      publishedOn: '2024-04-27',
      title: null,
      url: null,
    },
  ],
  at: '2026-11-24T00:00:00.000Z',
  notes: {
    address: 'https://register.example.org/tc',
    scope: { kind: 'field', reference: '6-4' },
    downloaded: '2026-11-24 08:00',
    head: 7,
  },
})

/** Every cell of the file as the import reads it, held against what was there. */
async function expectUnchanged(bytes: Buffer, rows: readonly Cells[]) {
  const table = await readTable(bytes)
  expect(table.rows).toHaveLength(rows.length)
  for (const [index, was] of rows.entries()) {
    for (const column of editableColumns) {
      const cell = table.rows[index]?.cells[table.columns.indexOf(column)] ?? ''
      const read = readCell(column, cell, {
        kind: 'project',
        was: was[column],
        isDefused: table.isDefused,
        cities,
      })
      expect(read).toEqual({ value: was[column] })
    }
  }
  return table
}

const rowsAndLanguage = [
  fc.array(anyRow, { minLength: 1, maxLength: 4 }),
  fc.constantFrom(...languages),
] as const

test('a workbook that was not edited says what was written, to the byte, whatever was in it', async () => {
  await fc.assert(
    fc.asyncProperty(...rowsAndLanguage, async (rows, language) => {
      const download = downloadOf(rows, language)
      const table = await expectUnchanged(await writeWorkbook(download), rows)
      for (const [index, row] of download.rows.entries()) {
        const written = shownRow(row, download)
        for (const column of textColumns) {
          const at = columnKeys.indexOf(column)
          expect(table.rows[index]?.cells[at] ?? '').toBe(written[at])
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('a CSV that was not edited says what was written, with its mark and without', async () => {
  await fc.assert(
    fc.asyncProperty(...rowsAndLanguage, fc.boolean(), async (rows, language, withMark) => {
      const download = downloadOf(rows, language)
      const lines = download.rows.map((row) => shownRow(row, download).map(defuse))
      await expectUnchanged(writeCsv([columnKeys, ...lines], withMark), rows)
    }),
    { numRuns: 100 },
  )
})

test('another library reads the same words out of the workbook', async () => {
  const written = '=cmd|\' /C calc\'!A0 滬港 𠮷 <b>&amp; "quoted"\nsecond line  '
  const cells = {
    ...(Object.fromEntries(editableColumns.map((c) => [c, ''])) as Cells),
    state: 'ended',
  }
  const download = downloadOf([{ ...cells, 'title.en': written, asOf: '2024-04-26' }], 'zh-Hant')
  const bytes = await writeWorkbook(download)
  const rows = await readSheet(bytes, { trim: false })
  expect(rows[0]).toEqual([...columnKeys])
  expect(rows[2]?.[columnKeys.indexOf('title.en')]).toBe(written)
  expect(rows[2]?.[columnKeys.indexOf('asOf')]).toBe('2024-04-26')
  expect(rows[2]?.[columnKeys.indexOf('revision')]).toBe('1')
  expect(rows[2]?.[columnKeys.indexOf('state')]).toBe('已終止或取代')
  const sheets = await readWorkbookElsewhere(bytes)
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    '條目',
    '填寫說明',
    '釋義',
    '已登記的來源',
    '資料說明',
  ])
})

describe('the workbook', () => {
  async function open(language: Download['language']) {
    const cells = Object.fromEntries(editableColumns.map((column) => [column, ''])) as Cells
    const rows = [
      { ...cells, state: 'in_progress' },
      { ...cells, state: 'ended' },
    ]
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await writeWorkbook(downloadOf(rows, language))) as never)
    const [items, , definitions] = workbook.worksheets
    if (!items || !definitions) throw new Error('The workbook lacks its sheets.')
    const at = (column: EditableColumn) => columnKeys.indexOf(column) + 1
    return { items, definitions, at }
  }

  test.each(languages)(
    'locks what says which row it is, and the details that are published (%s)',
    async (language) => {
      const { items } = await open(language)
      const locked = columnKeys.map(
        (_, index) => items.getRow(3).getCell(index + 1).protection?.locked !== false,
      )
      expect(columnKeys.filter((_, index) => locked[index])).toEqual([
        'reference',
        'revision',
        'kind',
        ...columnKeys.filter(isDetail),
      ])
      expect((items as unknown as { sheetProtection: object }).sheetProtection).toMatchObject({
        sheet: true,
      })
    },
  )

  test.each(languages)(
    'offers the states of the item’s own kind as a list (%s)',
    async (language) => {
      const { items, definitions, at } = await open(language)
      const { formulae, type, showErrorMessage } = items
        .getRow(3)
        .getCell(at('state')).dataValidation
      expect({ type, showErrorMessage }).toEqual({ type: 'list', showErrorMessage: true })
      const ranges = [...String(formulae[0]).matchAll(/\$([A-G])\$(\d+):\$[A-G]\$(\d+)/g)]
      const listed = ranges.map(([, column = '', first, last]) => {
        const words: string[] = []
        for (let row = Number(first); row <= Number(last); row++) {
          words.push(String(definitions.getCell(`${column}${row}`).value))
        }
        return words
      })
      expect(listed.map((words) => words.length)).toEqual([
        projectStates.length,
        documentStates.length,
      ])
      expect(listed[0]).toContain(String(items.getRow(3).getCell(at('state')).value))
      expect(listed.flat()).not.toContain('null')
    },
  )

  test('opens and colours the cells in which a placeholder entry gets its details', async () => {
    const { items, at } = await open('en')
    const openIn = (row: number) =>
      columnKeys.filter((_, index) => {
        const { fill, protection } = items.getRow(row).getCell(index + 1)
        return protection?.locked === false && JSON.stringify(fill).includes('FFFFF6D6')
      })
    expect(openIn(3)).toEqual([])
    expect(openIn(4)).toEqual(
      columnKeys.filter((key) => isOwn(key) && isOpen(key, { kind: 'project', itemised: false })),
    )
    expect(openIn(4)).toContain('field')
    expect(openIn(4)).not.toContain('details.kind')
    expect(items.getRow(4).getCell(at('field')).dataValidation).toMatchObject({ type: 'list' })
    expect(items.getColumn(at('details.source')).hidden).toBe(false)
  })

  test('has every cell as text, a header that stays in sight, and filters', async () => {
    const { items, at } = await open('en')
    expect(items.getRow(3).getCell(at('asOf')).numFmt).toBe('@')
    expect(items.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 2 })
    expect(items.autoFilter).toBeTruthy()
    expect(items.getRow(1).hidden).toBe(true)
  })
})
