import { stringify } from 'csv-stringify/sync'

/** Rows of text as CSV in UTF-8, lines ended as Excel ends them; a cell with any sort of line end is quoted. */
export function writeCsv(rows: readonly (readonly string[])[], withMark: boolean): Buffer {
  const text = stringify(rows as string[][], {
    record_delimiter: '\r\n',
    // Left to itself it quotes cells that hold the record delimiter, and no others with a line end.
    quoted_match: /[\r\n]/,
    bom: withMark,
  })
  return Buffer.from(text, 'utf8')
}
