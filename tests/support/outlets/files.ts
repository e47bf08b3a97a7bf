import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { expect } from 'vitest'
import { z } from 'zod'
import { GET } from '@/app/data/[file]/route'
import { tableNames } from '@/features/outlets/downloads/model/table'

/** Asks for a file by its address. */
export const get = (path: string, headers: Record<string, string> = {}) => {
  const url = new URL(path, 'http://localhost')
  const file = url.pathname.replace('/data/', '')
  return GET(new Request(url, { headers }), { params: Promise.resolve({ file }) })
}
export const bytesOf = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer())

export type Row = Record<string, string>
export const csvRows = async (path: string): Promise<Row[]> =>
  parse(await bytesOf(path), { bom: true, columns: true, relax_column_count: false })

const jsonFile = z.object({
  table: z.enum(tableNames),
  register: z.record(z.string(), z.string()),
  address: z.url(),
  as_at: z.iso.datetime().nullable(),
  head: z.int(),
  head_recorded_at: z.iso.datetime(),
  not_itemised: z.int(),
  independence: z.record(z.string(), z.string()),
  licence: z.object({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string() }),
  citation: z.object({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string() }),
  licence_url: z.url(),
  rows: z.array(z.record(z.string(), z.unknown())),
})
export const json = async (path: string) =>
  jsonFile.parse(JSON.parse((await bytesOf(path)).toString()))

export async function workbook(bytes: Buffer) {
  const read = new ExcelJS.Workbook()
  await read.xlsx.load(bytes as never)
  return read
}
export const sheetRows = (sheet: ExcelJS.Worksheet | undefined): string[][] => {
  const rows: string[][] = []
  sheet?.eachRow((row) => {
    const cells = Array.from({ length: sheet.columnCount }, (_, at) => row.getCell(at + 1).value)
    expect(cells.every((cell) => cell === null || typeof cell === 'string')).toBe(true)
    rows.push(cells.map((cell) => (cell ?? '') as string))
  })
  return rows
}
