import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defuse, restore } from './csv-injection'

const dangerous = fc
  .tuple(
    fc.string({ unit: fc.constantFrom("'", ' ', '=', 'a'), maxLength: 3 }),
    fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', ''),
    fc.string({ unit: 'binary', maxLength: 10 }),
  )
  .map((parts) => parts.join(''))

test('what was defused comes back to the byte', () => {
  fc.assert(
    fc.property(dangerous, (text) => {
      expect(restore(defuse(text))).toBe(text)
    }),
  )
})

test('nothing that was defused begins as a formula does', () => {
  fc.assert(
    fc.property(dangerous, (text) => {
      expect(defuse(text)).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/)
    }),
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ["'=1+1", "''=1+1"],
  ['-5', "'-5"],
  ["'tis", "'tis"],
  ['滬港合作', '滬港合作'],
  ['', ''],
])('%j goes out as %j', (text, cell) => {
  expect(defuse(text)).toBe(cell)
})
