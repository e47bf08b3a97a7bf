import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCsv } from './csv'

const signs = fc.constantFrom('a', '港', '"', ',', ';', '\n', '\r', '\r\n', ' ', '')
const cell = fc.array(signs, { maxLength: 6 }).map((parts) => parts.join(''))
const table = fc.integer({ min: 2, max: 4 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 5,
  }),
)

test('every line end outside quotation marks ends a row, whichever a program takes for one', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const text = writeCsv(rows, false).toString()
      // What stands in quotation marks taken out, only the ends of rows are left.
      const bare = text.replace(/"(?:[^"]|"")*"/g, '')
      expect(bare.match(/\r\n|\r|\n/g)).toEqual(rows.map(() => '\r\n'))
      expect(parse(text, { record_delimiter: '\r\n' })).toEqual(rows)
    }),
  )
})

test('a cell with a line feed is quoted, with the mark of UTF-8 and without', () => {
  expect(writeCsv([['a', 'one\ntwo']], true).toString()).toBe('\uFEFFa,"one\ntwo"\r\n')
  expect(writeCsv([['a', 'one\rtwo']], false).toString()).toBe('a,"one\rtwo"\r\n')
})
