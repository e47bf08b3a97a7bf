import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachment } from './attachment'

test('a Chinese name is encoded, and a plain one stands beside it', () => {
  expect(attachment("滬港 (6)'*.docx", 'report "6".docx')).toBe(
    'attachment; filename="report -6-.docx"; ' +
      "filename*=UTF-8''%E6%BB%AC%E6%B8%AF%20%286%29%27%2A.docx",
  )
})

test('any name can be read back, and none breaks the header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const header = attachment(name, name)
      expect(header).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[\w.!~%-]*$/)
      expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(name)
    }),
  )
})
