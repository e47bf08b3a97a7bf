import { expect, test } from 'vitest'
import { languages } from '@/i18n/language'
import { freshDatabase } from '../support/database'
import { findLibreOffice, saveByLibreOffice } from '../support/libre-office'
import { newOfficer } from '../support/officers'
import { download, upload } from '../support/spreadsheets'

freshDatabase()

test('what LibreOffice opened and saved changes nothing, as a workbook and as CSV', async () => {
  const editor = await newOfficer('editor')
  const office = findLibreOffice()
  for (const language of languages) {
    const bytes = await download(editor, { scope: 'conference', conference: '6' }, language)
    // Where it is not installed, the file as it was written stands for it.
    const saved = office
      ? (['xlsx', 'csv'] as const).map((form) => saveByLibreOffice(office, bytes, form))
      : [bytes]
    for (const file of saved) {
      const { findings } = await upload(editor, file)
      expect(findings).toMatchObject({ rows: [], unknownColumns: [], unchanged: 86 })
    }
  }
}, 300_000)
