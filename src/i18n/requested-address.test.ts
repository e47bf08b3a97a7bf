import { expect, test } from 'vitest'
import { fieldOfUnknownProject, requestedAddress } from './requested-address'

test('the language is taken off, the query kept', () => {
  expect(requestedAddress('/tc/projects/6-4.9?q=a')).toEqual({
    pathname: '/projects/6-4.9',
    query: { q: 'a' },
  })
  expect(requestedAddress('/sc')).toEqual({ pathname: '/', query: {} })
  expect(requestedAddress('/scandal')).toEqual({
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
])('%s is no path of ours', (from) => expect(requestedAddress(from)).toBeNull())

test('an unknown project belongs to a field', () => {
  expect(fieldOfUnknownProject({ pathname: '/projects/6-4.9', query: {} })).toBe('6-4')
  expect(fieldOfUnknownProject({ pathname: '/projects/6-4.9/history', query: {} })).toBe('6-4')
  expect(fieldOfUnknownProject({ pathname: '/documents/6-d99', query: {} })).toBeNull()
})
