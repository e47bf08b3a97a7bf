import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { refusedStatus, stateConnection } from './request-rules'

function request(method: string, headers: Record<string, string>): IncomingMessage {
  return {
    method,
    headers: { host: 'register.example.org', ...headers },
    socket: { remoteAddress: '192.0.2.7' },
  } as unknown as IncomingMessage
}

function statusOf(method: string, headers: Record<string, string>) {
  return refusedStatus(request(method, headers), 'public.example.org')
}

describe('what may come in', () => {
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
