import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { taker } from '@/server/files/xml'
import { limits } from '../model/spreadsheet'
import { type FileRow, SheetError } from './sheet'

/**
 * The rows of a CSV file: UTF-8 with or without its mark, or UTF-16 as Excel's “Unicode text” has it; comma,
 * semicolon or tab, whichever the first line has most of.
 *
 * @throws {SheetError} `not_utf8`, `not_a_spreadsheet`, `too_large`, `too_many_rows`
 */
export async function readCsv(bytes: Buffer): Promise<FileRow[]> {
  const text = decoded(bytes)
  const rows: FileRow[] = []
  const turn = taker()
  const parser = Readable.from(pieces(text)).pipe(
    parse({
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: limits.columns * limits.characters,
    }),
  )
  let number = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1
      const cells = record.slice(0, limits.columns)
      if (cells.every((cell) => cell === '')) continue
      if (rows.length > limits.rows) throw new SheetError('too_many_rows')
      rows.push({ number, cells })
      await turn()
    }
  } catch (error) {
    if (error instanceof SheetError) throw error
    throw new SheetError('not_a_spreadsheet')
  }
  return rows
}

/** The text in chunks, so that parsing does not block other requests. */
function* pieces(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text, 'utf8')
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

function decoded(bytes: Buffer): string {
  if (bytes.length > limits.unpacked) throw new SheetError('too_large')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new SheetError('not_utf8')
  }
  // A file of another kind altogether, such as a picture.
  if (text.includes('\0')) throw new SheetError('not_a_spreadsheet')
  return text
}

function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1)
  const count = (sign: string) => line.split(sign).length
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] ?? ','
}
