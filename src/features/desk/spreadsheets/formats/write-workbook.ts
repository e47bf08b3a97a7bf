import type ExcelJS from 'exceljs'
import { messagesIn } from '@/i18n/messages'
import { openWorkbook, type Workbook } from '@/server/files/plain-sheet'
import { bold, escaped, fonts, heightOf, shaded } from '@/server/files/sheet-styles'
import {
  type ColumnKey,
  columnKeys,
  isDetail,
  isLocked,
  isOpen,
  isOwn,
  textLanguage,
} from '../model/columns'
import { columnLabel } from '../model/labels'
import { type Download, hasPlaceholders, shownRow } from '../model/shown-row'
import type { ItemRow } from '../model/spreadsheet'
import {
  writeDefinitions,
  writeGuide,
  writeNames,
  writeNotes,
  writeSources,
} from './reference-sheets'
import { itemValidations } from './validations'

/**
 * Items as a workbook: one sheet to fill in, and beside it the instructions, definitions, sources and notes.
 * Every cell is text. Locked cells can be changed only after the protection is lifted, which needs no
 * password. Yields to other requests while it works.
 */
export async function writeWorkbook(download: Download): Promise<Buffer> {
  const { name } = messagesIn(download.language).site
  const { workbook, bytes } = openWorkbook(name, download.at)
  await writeItems(workbook, download)
  writeGuide(workbook, download.language)
  writeDefinitions(workbook, download)
  writeSources(workbook, download)
  if (hasPlaceholders(download)) writeNames(workbook, download)
  writeNotes(workbook, download)
  await workbook.commit()
  return bytes
}

const widths: Partial<Record<string, number>> = {
  reference: 12,
  revision: 8,
  kind: 10,
  field: 22,
  title: 30,
  text: 48,
  state: 16,
  asOf: 16,
  assertedBy: 18,
  note: 40,
  reason: 30,
  'details.language': 18,
  'details.kind': 20,
  'details.signedOn': 16,
  'details.parties': 32,
  'details.witnesses': 32,
  'details.source': 26,
  'details.quote': 36,
  'details.locator': 22,
  source: 26,
  quote: 36,
  locator: 22,
}

function widthOf(key: ColumnKey): number {
  return widths[key] ?? widths[key.replace(/\..*/, '')] ?? 20
}

/** Rows are no higher than this, so that a screen shows several; the whole text stands in the line above the sheet. */
const mostLines = 6

async function writeItems(workbook: Workbook, download: Download): Promise<void> {
  const { rows, language, cities } = download
  const { sheets } = messagesIn(language).exchange
  const sheet = workbook.addWorksheet(sheets.items, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 2 }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 4,
      fitToHeight: 0,
      printTitlesRow: '2:2',
      printTitlesColumn: 'A:A',
    },
  })
  sheet.columns = columnKeys.map((key) => ({
    key,
    width: widthOf(key),
    // Nothing in the file can be given details: their columns would only be in the way.
    ...(key.startsWith('details.') && !hasPlaceholders(download) ? { hidden: true } : {}),
    style: {
      numFmt: '@',
      font: fonts[textLanguage(key) ?? language],
      alignment: { wrapText: true, vertical: 'top' },
      protection: { locked: isShut(key) },
      ...(isShut(key) ? { fill: shaded } : {}),
    },
  }))
  // The keys, for programs and for a file whose labels were changed.
  const keys = sheet.addRow([...columnKeys])
  keys.hidden = true
  keys.commit()
  const labels = sheet.addRow(columnKeys.map((key) => columnLabel(key, language)))
  labels.eachCell((cell) => {
    cell.style = {
      ...cell.style,
      font: bold(fonts[language]),
      fill: shaded,
      protection: { locked: true },
    }
  })
  labels.commit()
  for (const [index, row] of rows.entries()) {
    const texts = shownRow(row, download)
    const added = sheet.addRow(texts.map(escaped))
    if (!row.itemised) markOpen(added, row)
    added.height = heightOf(texts, columnKeys.map(widthOf), mostLines)
    added.commit()
    if (index % 100 === 0) await new Promise(setImmediate)
  }
  const last = Math.max(rows.length, 1) + 2
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: last, column: columnKeys.length } }
  const sources = download.sources.length
  for (const { range, validation } of itemValidations({
    first: 3,
    last,
    language,
    sources,
    cities,
    named: hasPlaceholders(download)
      ? { fields: download.fieldNames.size, organisations: download.organisationNames.size }
      : null,
  })) {
    // Part of the library, left out of its types.
    ;(sheet as unknown as Validated).dataValidations.add(range, validation)
  }
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    autoFilter: true,
  })
  sheet.commit()
}

/** Whether a column is locked in the rows of items whose details are published. */
function isShut(key: ColumnKey): boolean {
  return isLocked(key) || isDetail(key)
}

/** Colours and opens the cells of a placeholder entry in which its details are to be written. */
function markOpen(added: ExcelJS.Row, item: ItemRow): void {
  for (const [index, key] of columnKeys.entries()) {
    if (!isOwn(key) || !isOpen(key, item)) continue
    if (item.kind === 'document' && key.startsWith('text.')) continue
    const cell = added.getCell(index + 1)
    cell.style = { ...cell.style, fill: inviting, protection: { locked: false } }
  }
}

/** Background of cells in which details are to be written. */
const inviting: ExcelJS.Fill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFFFF6D6' },
}

type Validated = {
  dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void }
}
