import { stringify } from 'csv-stringify/sync'

/** Rows of text as CSV in UTF-8, lines ended as Excel ends them. */
export function writeCsv(rows: readonly (readonly string[])[], withMark: boolean): Buffer {
  const text = stringify(rows as string[][], { record_delimiter: '\r\n', bom: withMark })
  return Buffer.from(text, 'utf8')
}
