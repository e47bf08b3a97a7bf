import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableAddress } from './model'

test.each([
  [
    'https://example.org/%E6%BB%AC%E6%B8%AF?q=%E5%90%88%E4%BD%9C',
    'https://example.org/滬港?q=合作',
  ],
  ['https://example.org/a%20b%2Fc', 'https://example.org/a%20b%2Fc'],
  ['https://example.org/%22%3Cscript%3E', 'https://example.org/%22%3Cscript%3E'],
  ['https://example.org/%E0%A4%A', 'https://example.org/%E0%A4%A'],
  ['no address', 'no address'],
])('%s is read as %s', (url, read) => {
  expect(readableAddress(url)).toBe(read)
})

test('what is read leads to the same page, and holds nothing that would end it', () => {
  const part = fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text.isWellFormed())
  fc.assert(
    fc.property(fc.webUrl(), part, part, (base, path, query) => {
      const url = `${base}/${encodeURIComponent(path)}?q=${encodeURIComponent(query)}`
      const read = readableAddress(url)
      expect(new URL(read).href).toBe(new URL(url).href)
      expect(read).not.toMatch(/[\s"<>]/)
    }),
  )
})
