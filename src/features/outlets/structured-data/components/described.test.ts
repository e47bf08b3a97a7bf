import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { asScript, breadcrumbs, wordsOf } from '../model/thing'
import { Described } from './described'

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('</script>', '<script>', '<!--', ']]>', '&lt;', '"', '\u2028', '\ud800'),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))

test('whatever the words, they end no element and are read as they were written', () => {
  fc.assert(
    fc.property(hostile, hostile, (name, url) => {
      const things = [{ '@type': 'Event', name, url }]
      const script = asScript(things)
      expect(script).not.toMatch(/[<>&\u2028\u2029]/)
      expect(JSON.parse(script)).toEqual({ '@context': 'https://schema.org', '@graph': things })
      const html = renderToStaticMarkup(Described({ things }))
      expect(html).toBe(`<script type="application/ld+json">${script}</script>`)
    }),
  )
})

test('words that are held in another language only say which', () => {
  const entry = {
    body: '金庫',
    origin: 'as_printed' as const,
    originDetail: null,
    derivedFromHash: null,
    reviewedAt: null,
  }
  const text = { 'zh-Hant': entry }
  expect(wordsOf(text, 'zh-Hant')).toBe('金庫')
  expect(wordsOf(text, 'en')).toEqual({ '@language': 'zh-Hant-HK', '@value': '金庫' })
  expect(wordsOf({}, 'en')).toBeUndefined()
})

test('a trail is numbered from the outermost page', () => {
  const trail = [
    { name: 'a', url: 'https://example.org/' },
    { name: 'b', url: 'https://example.org/b' },
  ]
  expect(breadcrumbs(trail).itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, name: 'a', item: 'https://example.org/' },
    { '@type': 'ListItem', position: 2, name: 'b', item: 'https://example.org/b' },
  ])
})
