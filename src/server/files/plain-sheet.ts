import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import type { Language } from '@/i18n/language'
import { bold, escaped, fonts, heightOf, shaded } from './sheet-styles'

export type Workbook = ExcelJS.stream.xlsx.WorkbookWriter
type Sheet = ExcelJS.Worksheet

/** A workbook that is written as a stream, and its bytes once it is committed. @param made ISO; null for an unknown time. */
export function openWorkbook(creator: string, made: string | null) {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const options = { stream, useStyles: true, useSharedStrings: true }
  const workbook: Workbook = new ExcelJS.stream.xlsx.WorkbookWriter(options)
  workbook.creator = creator
  workbook.created = new Date(made ?? 0)
  return { workbook, bytes }
}

const wrapped = { wrapText: true, vertical: 'top' } as const

/** A sheet for reading, with columns of these widths (characters) and languages; every cell is wrapped text. @param isTable whether its first row and column stay in sight, and its first row is printed on every page. */
export function addSheet(
  workbook: Workbook,
  name: string,
  columns: readonly { width: number; language: Language }[],
  { isTable = false } = {},
): Sheet {
  const sheet = workbook.addWorksheet(name, {
    ...(isTable ? { views: [{ state: 'frozen' as const, xSplit: 1, ySplit: 1 }] } : {}),
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(isTable ? { printTitlesRow: '1:1' } : {}),
    },
  })
  sheet.columns = columns.map(({ width, language }) => ({
    width,
    style: { numFmt: '@', font: fonts[language], alignment: wrapped },
  }))
  return sheet
}

/** Excel's highest row, in lines. */
const mostLines = 26

/** Adds a row, high enough to be read whole, but no higher than so many lines. */
export function row(sheet: Sheet, texts: readonly string[], most = mostLines): void {
  const added = sheet.addRow(texts.map(escaped))
  const widths = sheet.columns.map(({ width }) => width ?? 20)
  added.height = heightOf(texts, widths, most)
  added.commit()
}

/** Adds a row of headings. */
export function heading(sheet: Sheet, texts: readonly string[]): void {
  const added = sheet.addRow(texts.map(escaped))
  added.eachCell((cell) => {
    cell.style = { ...cell.style, font: bold(cell.font), fill: shaded }
  })
  added.commit()
}
