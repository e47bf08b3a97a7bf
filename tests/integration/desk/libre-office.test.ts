import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { GET } from '@/app/data/[file]/route'
import { writeDocument } from '@/features/desk/reports/formats/write-document'
import { progressReport } from '@/features/desk/reports/queries/progress-report'
import { writeReport } from '@/features/desk/reports/wording/report'
import { languages } from '@/i18n/language'
import { restore } from '@/server/files/csv-injection'
import {
  findLibreOffice,
  pagesOf,
  printByLibreOffice,
  saveByLibreOffice,
} from '~/tests/support/desk/libre-office'
import { newOfficer } from '~/tests/support/desk/officers'
import { download, upload } from '~/tests/support/desk/spreadsheets'
import { freshDatabase } from '~/tests/support/server/database'

// What LibreOffice makes of the files. It is some 300 MB, so `npm test` leaves this file out;
// `npm run test:exhaustive` includes it, and fails where LibreOffice is not installed.

freshDatabase()

const bytesOf = async (file: string, query: string) => {
  const request = new Request(`http://localhost/data/${file}?${query}`)
  const response = await GET(request, { params: Promise.resolve({ file }) })
  return Buffer.from(await response.arrayBuffer())
}

test('what it opened and saved changes nothing, as a workbook and as CSV', async () => {
  const editor = await newOfficer('editor')
  const office = findLibreOffice()
  for (const language of languages) {
    const bytes = await download(editor, { scope: 'conference', conference: '6' }, language)
    for (const form of ['xlsx', 'csv'] as const) {
      const { findings } = await upload(editor, saveByLibreOffice(office, bytes, form))
      expect(findings).toMatchObject({ rows: [], unknownColumns: [], unchanged: 86 })
    }
  }
})

test('it reads the rows of the workbook that is taken away as they were written', async () => {
  const workbook = await bytesOf('projects.xlsx', 'field=6-4')
  const saved = saveByLibreOffice(findLibreOffice(), workbook, 'csv', 2)
  const rows: Record<string, string>[] = parse(saved, { bom: true, columns: true })
  const csv: Record<string, string>[] = parse(await bytesOf('projects.csv', 'field=6-4'), {
    bom: true,
    columns: true,
  })
  expect(rows).toEqual(
    csv.map((one) =>
      Object.fromEntries(Object.entries(one).map(([name, text]) => [name, restore(text)])),
    ),
  )
})

test('it opens the report in each language, on as many pages as it should have', async () => {
  const report = await progressReport({ conference: '6' }, { fields: [] })
  if (!report) throw new Error('There is no report.')
  const files = await Promise.all(
    languages.map(async (language) => ({
      name: `report-${language}.docx`,
      content: await writeDocument(writeReport(report, language), new Date().toISOString()),
    })),
  )
  const printed = printByLibreOffice(findLibreOffice(), files)
  expect(printed).toHaveLength(files.length)
  for (const pdf of printed) {
    const pages = pagesOf(pdf)
    expect(pages).toBeGreaterThan(3)
    // A row to a page would be several times as many.
    expect(pages).toBeLessThan(25)
  }
})
