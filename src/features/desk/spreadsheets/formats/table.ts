import type { FileCell } from '../input'
import type { ColumnKey } from '../model/columns'
import { columnNamed } from '../model/labels'
import { limits } from '../model/spreadsheet'
import { readCsv } from './read-csv'
import { readWorkbook } from './read-workbook'
import { type FileRow, type FileSheet, SheetError } from './sheet'

/** The rows of an uploaded file under the columns of the register; what an import keeps. */
export type Table = {
  /** The column of each place in a row; null for one that the register does not know. */
  columns: (ColumnKey | null)[]
  /** What those are called in the file. */
  unknown: string[]
  /** Whether formulas were made harmless in the cells, as they are in CSV. */
  isDefused: boolean
  rows: FileRow[]
}

/**
 * The table in an uploaded file, .xlsx or .csv by its content and not by its name: the first sheet that has a
 * header with the columns reference and revision, by their keys or their labels in any language, in any order.
 *
 * @throws {SheetError}
 */
export async function readTable(bytes: Buffer): Promise<Table> {
  if (bytes.length === 0) throw new SheetError('no_file')
  if (bytes.length > limits.bytes) throw new SheetError('too_large')
  // The older binary format, and a workbook that a password keeps closed.
  if (bytes.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))) {
    throw new SheetError('old_or_locked')
  }
  const isWorkbook = bytes.subarray(0, 2).toString('latin1') === 'PK'
  const sheets: FileSheet[] = isWorkbook
    ? await readWorkbook(bytes)
    : [{ name: '', rows: await readCsv(bytes) }]
  for (const { rows } of sheets) {
    const table = tableIn(rows, !isWorkbook)
    if (table) return table
  }
  throw new SheetError('no_header')
}

/** How far down the header may stand. */
const headerDepth = 20

function tableIn(rows: readonly FileRow[], isDefused: boolean): Table | null {
  const at = rows.slice(0, headerDepth).findIndex(({ cells }) => isHeader(cells))
  const header = rows[at]
  if (!header) return null
  const names = header.cells.map(nameIn)
  // What stands to the right of the last name belongs to no column.
  const width = names.findLastIndex((name) => name !== '') + 1
  const columns = names.slice(0, width).map(columnNamed)
  const twice = columns.find((key, index) => key && columns.indexOf(key) !== index)
  if (twice) throw new SheetError('twice_a_column', twice)
  // A workbook has a second header, which says the same in words.
  const items = rows
    .slice(at + 1)
    .filter(({ cells }) => !isHeader(cells) && hasItem(cells, columns))
  if (items.length === 0) throw new SheetError('no_rows')
  if (items.length > limits.rows) throw new SheetError('too_many_rows')
  return {
    columns,
    unknown: names.filter((name, index) => name !== '' && !columns[index]),
    isDefused,
    rows: items.map((row) => ({ ...row, cells: row.cells.map(storable) })),
  }
}

function isHeader(cells: readonly FileCell[]): boolean {
  const keys = cells.map((cell) => columnNamed(nameIn(cell)))
  return keys.includes('reference') && keys.includes('revision')
}

/** Whether there is anything in the columns that the register knows. */
function hasItem(cells: readonly FileCell[], columns: Table['columns']): boolean {
  return cells.some((cell, index) => columns[index] && cell !== '')
}

function nameIn(cell: FileCell | undefined): string {
  return typeof cell === 'string' ? cell.trim() : ''
}

/** The cell as the database can keep it: no half of a character, and no end of string within one. */
function storable(cell: FileCell): FileCell {
  return typeof cell === 'string' ? cell.toWellFormed().replaceAll('\0', '\uFFFD') : cell
}
