import { expect, test } from 'vitest'
import { languages } from '@/i18n/language'
import { tableNames } from '../model/table'
import { columnsOf } from '../model/tables'
import { meaningOf } from '../wording/meaning'
import { dictionaryFile } from './dictionary'

test('docs/data-dictionary.md is made from the definitions; `npm run dictionary` writes it anew', async () => {
  await expect(dictionaryFile('en')).toMatchFileSnapshot('../../../../../docs/data-dictionary.md')
})

test('every column is told in every language, with the language that it holds', () => {
  for (const column of tableNames.flatMap(columnsOf)) {
    for (const language of languages) {
      expect(meaningOf(column, language), column.name).toMatch(/[.。]$/)
      expect(meaningOf(column, language), column.name).not.toContain('{')
    }
    const isTold = meaningOf(column, 'en') !== meaningOf({ ...column, language: undefined }, 'en')
    expect(isTold, column.name).toBe(column.language !== undefined)
  }
})
