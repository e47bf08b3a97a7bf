import { isoDay } from '@/i18n/formats'
import { attribute, pieces, taker } from '@/server/files/xml'
import { type Archive, BadArchive, openArchive, TooLarge } from '@/server/files/zip'
import { type FileCell, noValue } from '../input'
import { limits } from '../model/spreadsheet'
import { markMerged } from './merged-cells'
import { type FileRow, type FileSheet, SheetError } from './sheet'

/** What the cells of a sheet refer to. */
type Shared = { strings: string[]; isDate: boolean[]; epoch: number }

/**
 * The sheets of a workbook (.xlsx) as text: rows and cells only; nothing is computed and nothing else is
 * read. Days come out as ISO days, the error of a formula as an error. Bounded in size, and yields to other
 * requests while it works.
 *
 * The libraries at hand were tried: one expands merged cells and validation lists over a million rows when a
 * file says so, one decodes some cells twice, all block the process while they read.
 *
 * @throws {SheetError} `not_a_spreadsheet`, `too_large`, `too_many_rows`
 */
export async function readWorkbook(bytes: Buffer): Promise<FileSheet[]> {
  try {
    const archive = openArchive(bytes, limits.unpacked)
    const { sheets, epoch } = await readSheetList(archive)
    const shared: Shared = {
      epoch,
      strings: await readStrings(archive, 'xl/sharedStrings.xml'),
      isDate: await readDateStyles(archive, 'xl/styles.xml'),
    }
    const read: FileSheet[] = []
    for (const { name, path } of sheets) {
      read.push({ name, rows: await readRows(await textOf(archive, path), shared) })
    }
    return read
  } catch (error) {
    if (error instanceof TooLarge) throw new SheetError('too_large')
    if (error instanceof BadArchive) throw new SheetError('not_a_spreadsheet')
    throw error
  }
}

async function textOf(archive: Archive, path: string): Promise<string> {
  return (await archive.read(path)).toString('utf8').replace(/^\uFEFF/, '')
}

/** The sheets in their order, and the day from which the workbook counts. */
async function readSheetList(archive: Archive) {
  const targets = new Map<string, string>()
  for (const piece of pieces(await textOf(archive, 'xl/_rels/workbook.xml.rels'))) {
    if (piece.type !== 'open' || piece.name !== 'Relationship') continue
    const target = attribute(piece.attributes, 'Target') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
    targets.set(attribute(piece.attributes, 'Id') ?? '', path)
  }
  const sheets: { name: string; path: string }[] = []
  let epoch = Date.UTC(1899, 11, 30)
  for (const piece of pieces(await textOf(archive, 'xl/workbook.xml'))) {
    if (piece.type !== 'open') continue
    if (
      piece.name === 'workbookPr' &&
      /^(1|true)$/.test(attribute(piece.attributes, 'date1904') ?? '')
    ) {
      epoch = Date.UTC(1904, 0, 1)
    }
    if (piece.name !== 'sheet') continue
    const path = targets.get(attribute(piece.attributes, '\\w+:id') ?? '')
    // A sheet of a chart has no rows.
    if (path && /worksheets\//.test(path)) {
      sheets.push({ name: attribute(piece.attributes, 'name') ?? '', path })
    }
  }
  return { sheets, epoch }
}

async function readStrings(archive: Archive, path: string): Promise<string[]> {
  if (!archive.names.includes(path)) return []
  const strings: string[] = []
  const turn = taker()
  for (const chunk of chunks(await textOf(archive, path), 'si')) {
    strings.push(stringIn(chunk))
    await turn()
  }
  return strings
}

/** The text of a string item: its runs, without the readings that East Asian editions put beside them. */
function stringIn(xml: string): string {
  let text = ''
  let inText = false
  let inReading = false
  for (const piece of pieces(xml)) {
    if (piece.type === 'text') {
      if (inText && !inReading) text += piece.text
    } else if (piece.name === 'rPh') inReading = piece.type === 'open'
    else if (piece.name === 't') inText = piece.type === 'open' && !piece.isEmpty
  }
  return unescaped(text)
}

/** What XML cannot hold is written `_x000D_`. */
function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
}

/** Which of the workbook's cell styles show a number as a day. */
async function readDateStyles(archive: Archive, path: string): Promise<boolean[]> {
  if (!archive.names.includes(path)) return []
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  let inCells = false
  for (const piece of pieces(await textOf(archive, path))) {
    if (piece.type === 'text') continue
    if (piece.name === 'cellXfs') inCells = piece.type === 'open'
    if (piece.type !== 'open') continue
    if (piece.name === 'numFmt') {
      const id = Number(attribute(piece.attributes, 'numFmtId'))
      formats.set(id, attribute(piece.attributes, 'formatCode') ?? '')
    }
    if (piece.name === 'xf' && inCells) {
      const id = Number(attribute(piece.attributes, 'numFmtId'))
      styles.push(isDateFormat(id, formats.get(id)))
    }
  }
  return styles
}

function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined)
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58)
  // Letters in quotes, colours, conditions and escaped signs are no part of the format.
  return /[dmyhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '').replace(/general/i, ''))
}

async function readRows(xml: string, shared: Shared): Promise<FileRow[]> {
  const rows: FileRow[] = []
  const turn = taker()
  let number = 0
  for (const chunk of chunks(xml, 'row')) {
    const row = readRow(chunk, number + 1, shared)
    number = row.number
    if (row.cells.every((cell) => cell === '')) continue
    if (rows.length >= limits.rows + headerRoom) throw new SheetError('too_many_rows')
    rows.push(row)
    await turn()
  }
  return markMerged(rows, xml)
}

/** Rows above the first item that a file may have. */
const headerRoom = 20

function readRow(xml: string, expected: number, shared: Shared): FileRow {
  const cells: FileCell[] = []
  let number = expected
  let column = 0
  let cell: ReadCell | null = null
  let into: 'value' | 'inline' | null = null
  let inReading = false
  for (const piece of pieces(xml)) {
    if (piece.type === 'text') {
      if (cell && into) cell[into] += piece.text
      continue
    }
    const isOpen = piece.type === 'open'
    if (piece.name === 'row' && isOpen)
      number = Number(attribute(piece.attributes, 'r') ?? expected)
    else if (piece.name === 'c' && isOpen) {
      column = columnAt(attribute(piece.attributes, 'r')) ?? column + 1
      if (column > limits.columns) continue
      const style = Number(attribute(piece.attributes, 's') ?? 0)
      const type = attribute(piece.attributes, 't') ?? 'n'
      cell = { type, style, value: '', inline: '', isFormula: false, hasValue: false }
      if (piece.isEmpty) cell = null
    } else if (piece.name === 'c' && cell) {
      while (cells.length < column - 1) cells.push('')
      cells[column - 1] = textOfCell(cell, shared)
      cell = null
    } else if (piece.name === 'rPh') inReading = isOpen
    else if (piece.name === 'f' && isOpen && cell) cell.isFormula = true
    else if (piece.name === 'v') {
      if (cell) cell.hasValue = true
      into = isOpen && !piece.isEmpty ? 'value' : null
    } else if (piece.name === 't') into = isOpen && !piece.isEmpty && !inReading ? 'inline' : null
  }
  return { number, cells }
}

/** The column that an address names, from 1: 28 for `AB3`. */
function columnAt(address: string | null): number | null {
  const letters = /^[A-Z]+/.exec(address ?? '')?.[0]
  if (!letters) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** A cell while it is read. */
type ReadCell = {
  type: string
  style: number
  value: string
  inline: string
  isFormula: boolean
  hasValue: boolean
}

function textOfCell(
  { type, style, value, inline, isFormula, hasValue }: ReadCell,
  { strings, isDate, epoch }: Shared,
): FileCell {
  // A program that only writes files leaves the results to whoever opens them.
  if (isFormula && !hasValue) return { error: noValue }
  switch (type) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'inlineStr':
      return unescaped(inline)
    case 'str':
      return unescaped(value)
    case 'e':
      return { error: value }
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'd':
      return value.slice(0, 10)
    default: {
      if (value === '') return ''
      const number = Number(value)
      if (!Number.isFinite(number)) return value
      return isDate[style] ? dayOf(number, epoch) : String(number)
    }
  }
}

/** The ISO day of a number that a workbook counts days by. */
function dayOf(number: number, epoch: number): string {
  const date = new Date(epoch + Math.floor(number) * 86_400_000)
  return Number.isNaN(date.getTime()) ? String(number) : isoDay(date)
}

/** The elements of a name, each from its opening to its closing tag, in a text that does not nest them. */
function* chunks(xml: string, name: string): Generator<string> {
  const open = new RegExp(`<((?:\\w+:)?${name})(?=[\\s/>])`, 'g')
  for (let match = open.exec(xml); match; match = open.exec(xml)) {
    const tagEnd = xml.indexOf('>', match.index)
    if (tagEnd < 0) return
    if (xml[tagEnd - 1] === '/') {
      yield xml.slice(match.index, tagEnd + 1)
      continue
    }
    const closing = `</${match[1]}>`
    const end = xml.indexOf(closing, tagEnd)
    if (end < 0) return
    yield xml.slice(match.index, end + closing.length)
    open.lastIndex = end + closing.length
  }
}
