import { expect, test } from 'vitest'
import { addressAskedFor, fieldOfUnknownProject } from './address-asked-for'

test('the language is taken off, the query kept', () => {
  expect(addressAskedFor('/tc/projects/6-4.9?q=a')).toEqual({
    pathname: '/projects/6-4.9',
    query: { q: 'a' },
  })
  expect(addressAskedFor('/sc')).toEqual({ pathname: '/', query: {} })
  expect(addressAskedFor('/scandal')).toEqual({
    pathname: '/scandal',
    query: {},
  })
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/a b',
  '/%zz',
  '/<b>',
  '',
  undefined,
])('%s is no path of ours', (from) => expect(addressAskedFor(from)).toBeNull())

test('an unknown project belongs to a field', () => {
  expect(fieldOfUnknownProject({ pathname: '/projects/6-4.9', query: {} })).toBe('6-4')
  expect(fieldOfUnknownProject({ pathname: '/projects/6-4.9/history', query: {} })).toBe('6-4')
  expect(fieldOfUnknownProject({ pathname: '/documents/6-d99', query: {} })).toBeNull()
})
