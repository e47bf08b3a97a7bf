import { expect, test } from 'vitest'
import { freshDatabase } from '../support/database'
import { newOfficer } from '../support/officers'
import { download, typedInto, upload } from '../support/spreadsheets'

const db = freshDatabase()

test('a file that nobody edited changes nothing', async () => {
  const editor = await newOfficer('editor')
  for (const language of ['zh-Hant', 'zh-Hans', 'en'] as const) {
    for (const format of ['xlsx', 'csv']) {
      const bytes = await download(
        editor,
        { scope: 'conference', conference: '6', format },
        language,
      )
      const { findings, state } = await upload(editor, bytes)
      expect(state).toBe('checked')
      expect(findings).toMatchObject({
        rows: [],
        unknownColumns: [],
        missingColumns: [],
        unchanged: 86,
      })
    }
  }
})

test('typed', async () => {
  const editor = await newOfficer('editor')
  const bytes = await typedInto(await download(editor), {
    '6-4.2': {
      state: 'Ongoing',
      asOf: '26 June 2025',
      'note.en': 'A note',
      'title.en': 'New title',
    },
    '6-u07': { state: '進行中' },
  })
  const { findings, state } = await upload(editor, bytes)
  console.log(JSON.stringify(findings, null, 1))
  expect(state).toBe('checked')
})
