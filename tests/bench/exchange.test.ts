import ExcelJS from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import { applyImport } from '@/features/desk/spreadsheets/commands/decide-import'
import { tallyOf } from '@/features/desk/spreadsheets/model/spreadsheet'
import { newOfficer } from '../support/desk/officers'
import { download, settled, typedInto, upload } from '../support/desk/spreadsheets'
import { addManyItems, manyConference } from '../support/register/many-items'
import { freshDatabase } from '../support/server/database'

// A sheet of 5,000 rows takes no longer a row than one of 500, on either engine.

const few = 500
const many = 5_000
/** Ten times the rows, and half as much again for what the machine does besides. */
const limit = (many / few) * 1.5
const db = freshDatabase()

beforeAll(async () => {
  await addManyItems(db(), few + many)
}, 600_000)

async function timed<Value>(what: string, work: () => Promise<Value>): Promise<[Value, number]> {
  // The longest that anything else in this process had to wait meanwhile.
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 10)
    last = performance.now()
  }, 10)
  const began = performance.now()
  const value = await work()
  const seconds = (performance.now() - began) / 1000
  clearInterval(timer)
  console.log(
    `${what}: ${seconds.toFixed(2)} s; nobody waited longer than ${Math.round(longest)} ms`,
  )
  return [value, seconds]
}

/** The workbook with rows of some items alone, as an officer leaves it who clears the others. */
async function rowsOf(bytes: Buffer, from: number, count: number): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as never)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('The workbook has no sheet.')
  const kept = new Set(referencesOf(from, count))
  sheet.eachRow((row) => {
    const reference = String(row.getCell(1).value)
    if (reference.startsWith(`${manyConference}-1.`) && !kept.has(reference)) row.values = []
  })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function referencesOf(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${manyConference}-1.${from + index}`)
}

test('5,000 rows, every one of them changed, take no longer a row than 500', async () => {
  const editor = await newOfficer('editor')
  const asked = { scope: 'conference', conference: manyConference }
  const [whole] = await timed('download', () => download(editor, asked))

  /** Checks a sheet as it came and with every row changed, and submits it. @returns the seconds of each. */
  const through = async (from: number, count: number) => {
    const bytes = await rowsOf(whole, from, count)
    const [unedited, unchanged] = await timed(`dry run of ${count} rows, nothing changed`, () =>
      upload(editor, bytes),
    )
    expect(unedited.findings).toMatchObject({ rows: [], unchanged: count })
    const typing = Object.fromEntries(
      referencesOf(from, count).map((reference) => [
        reference,
        {
          state: 'Ongoing',
          asOf: '2025-06-01',
          'note.en': `Row ${reference}`,
          'title.en': `Title ${reference}`,
        },
      ]),
    )
    const edited = await typedInto(bytes, typing)
    const [found, changed] = await timed(`dry run of ${count} rows, every row changed`, () =>
      upload(editor, edited),
    )
    expect(found.findings && tallyOf(found.findings)).toMatchObject({
      changedRows: count,
      changedCells: count * 4,
      refusedRows: 0,
    })
    const [applied, submission] = await timed(`submission of ${count} rows`, async () => {
      expect(await applyImport(editor, { id: found.id, leaveOut: false })).toEqual({ ok: true })
      return settled(editor, found.id)
    })
    expect(applied).toMatchObject({ state: 'applied', submissions: count * 2 })
    return { unchanged, changed, submission }
  }
  const small = await through(1, few)
  const large = await through(few + 1, many)
  const ratios = {
    'dry run, nothing changed': large.unchanged / small.unchanged,
    'dry run, every row changed': large.changed / small.changed,
    submission: large.submission / small.submission,
  }
  console.log(`${many} rows against ${few}:`, ratios)
  for (const [what, ratio] of Object.entries(ratios)) expect(ratio, what).toBeLessThan(limit)

  const csv = await download(editor, { ...asked, format: 'csv' })
  const [fromCsv] = await timed('dry run of a CSV', () => upload(editor, csv, 'items.csv'))
  expect(fromCsv.findings).toMatchObject({ rows: [], unchanged: few + many })
}, 1_200_000)
