import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { refusedStatus, stateConnection } from './request-rules'

function request(method: string, headers: Record<string, string>, url = '/'): IncomingMessage {
  return {
    method,
    url,
    headers: { host: 'register.example.org', ...headers },
    socket: { remoteAddress: '192.0.2.7' },
  } as unknown as IncomingMessage
}

function statusOf(method: string, headers: Record<string, string>, url = '/') {
  return refusedStatus(request(method, headers, url), 'public.example.org')
}

describe('what may come in', () => {
  it('is nothing but reading at the API, which says so wherever a program runs', () => {
    expect(
      statusOf('GET', { origin: 'https://elsewhere.example.org' }, '/api/v1/projects'),
    ).toBeNull()
    expect(statusOf('OPTIONS', {}, '/api/v1/projects')).toBeNull()
    for (const url of ['/api', '/api/v1/projects', '/api?a=b']) {
      expect(statusOf('POST', {}, url)).toBe(405)
      expect(statusOf('DELETE', { 'sec-fetch-site': 'same-origin' }, url)).toBe(405)
    }
    expect(statusOf('POST', { 'transfer-encoding': 'chunked' }, '/api/v1/projects')).toBe(411)
    expect(statusOf('POST', {}, '/apiary')).toBe(403)
    expect(statusOf('GET', {}, '/api/v1/projects/%E0%A4%A')).toBe(400)
    expect(statusOf('GET', {}, '/api/v1/projects?q=%E0%A4%A')).toBeNull()
  })

  it('is no address that nobody can read', () => {
    expect(statusOf('GET', {}, '/en/projects/%E0%A4%A')).toBe(400)
    expect(statusOf('HEAD', {}, '/%')).toBe(400)
    expect(statusOf('GET', {}, '/tc/search?q=%E0%A4%A')).toBeNull()
    expect(statusOf('GET', {}, '/tc/projects/%E6%B8%AF')).toBeNull()
  })

  it('is any reading, wherever its link stood', () => {
    expect(statusOf('GET', { 'sec-fetch-site': 'cross-site' })).toBeNull()
    expect(statusOf('HEAD', {})).toBeNull()
  })

  it.each([
    { 'sec-fetch-site': 'same-origin' },
    { origin: 'https://register.example.org' },
    { origin: 'https://public.example.org' },
    { 'sec-fetch-site': 'same-origin', origin: 'http://register.example.org' },
  ])('is a form of this site: %o', (headers) => {
    expect(statusOf('POST', headers)).toBeNull()
  })

  it.each([
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example.org' },
    { origin: 'null' },
    { origin: 'https://register.example.org:8443' },
    { 'sec-fetch-site': 'same-origin', origin: 'https://elsewhere.example.org' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://register.example.org' },
  ])('is no form of another site: %o', (headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(statusOf(method, headers as Record<string, string>)).toBe(403)
    }
  })

  it('is no body over 64 KB, or of a length not told', () => {
    const ours = { 'sec-fetch-site': 'same-origin' }
    expect(statusOf('POST', { ...ours, 'content-length': '65536' })).toBeNull()
    expect(statusOf('POST', { ...ours, 'content-length': '65537' })).toBe(413)
    expect(statusOf('GET', { 'content-length': '65537' })).toBe(413)
    expect(statusOf('POST', { ...ours, 'transfer-encoding': 'chunked' })).toBe(411)
  })
})

describe('an uploaded spreadsheet', () => {
  const ours = { 'sec-fetch-site': 'same-origin' }
  const large = { ...ours, 'content-length': String(10 * 1024 * 1024) }

  it.each(['/tc', '/sc', '/en'])('may be up to 10 MB at %s', (prefix) => {
    const path = `${prefix}/desk/exchange/upload`
    expect(statusOf('POST', large, path)).toBeNull()
    expect(statusOf('POST', large, `${path}?from=desk`)).toBeNull()
    expect(statusOf('POST', { ...ours, 'content-length': '10485761' }, path)).toBe(413)
    expect(statusOf('POST', { ...ours, 'transfer-encoding': 'chunked' }, path)).toBe(411)
    expect(statusOf('POST', { ...large, 'sec-fetch-site': 'cross-site' }, path)).toBe(403)
  })

  it.each([
    ['POST', '/en/desk/exchange'],
    ['POST', '/en/desk/exchange/upload/more'],
    ['POST', '/en/desk/sign-in?next=/en/desk/exchange/upload'],
    ['POST', '/desk/exchange/upload'],
    ['POST', '/x/en/desk/exchange/upload'],
    ['PUT', '/en/desk/exchange/upload'],
    ['GET', '/en/desk/exchange/upload'],
  ])('leaves %s %s at 64 KB', (method, path) => {
    expect(statusOf(method, large, path)).toBe(413)
  })
})

describe('what a request says of its connection', () => {
  it('is what the connection is, whatever the client claims', () => {
    const claimed = request('GET', {
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'evil.example.org',
      forwarded: 'for=203.0.113.9',
    })
    stateConnection(claimed, 'https')
    expect(claimed.headers).toEqual({
      host: 'register.example.org',
      'x-forwarded-for': '192.0.2.7',
      'x-forwarded-proto': 'https',
    })
  })
})
