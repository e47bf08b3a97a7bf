import { expect, test } from 'vitest'
import { headersFor, isCard } from './security-headers'

test.each([
  '/tc/embed/projects/6-4.2',
  '/sc/embed/documents/6-d01?at=2026-01-01',
  '/en/embed/fields/6-4',
])('%s may be framed by anyone, and runs and loads nothing', (url) => {
  const headers = headersFor(url, false)
  expect(headers['X-Frame-Options']).toBeUndefined()
  expect(headers['Content-Security-Policy']).toMatch(/^default-src 'none';.*frame-ancestors \*$/)
  expect(headers['Content-Security-Policy']).not.toContain('script-src')
  expect(isCard(url)).toBe(true)
})

test.each([
  '/',
  '/tc',
  '/tc/projects/6-4.2',
  '/tc/desk',
  '/tc/embed/projects/..',
  '/tc/embed/projects/../../desk',
  '/tc/embed/projects/..%2f..%2fdesk',
  '/tc/embed/projects/..\\..\\desk',
  '/tc/embed/projects/6-4.2/../../../desk',
  '/tc/desk?/tc/embed/projects/6-4.2',
  '/tc/desk#/tc/embed/projects/6-4.2',
  '//tc/embed/projects/6-4.2',
  '/tc/embed/people/x',
  '/fr/embed/projects/6-4.2',
  '/tc/badge/projects/6-4.2.svg',
])('%s is framed by this site alone', (url) => {
  const headers = headersFor(url, false)
  expect(headers['X-Frame-Options']).toBe('SAMEORIGIN')
  expect(headers['Content-Security-Policy']).toContain("frame-ancestors 'self'")
  expect(isCard(url)).toBe(false)
})

test('a badge may be shown by a page that shuts others out', () => {
  const policy = (url: string) => headersFor(url, false)['Cross-Origin-Resource-Policy']
  expect(policy('/en/badge/documents/6-d01.svg')).toBe('cross-origin')
  expect(policy('/en/projects/6-4.2')).toBeUndefined()
})
