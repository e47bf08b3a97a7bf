import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { withReadableProblems } from './readable-problems'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A server whose answers pass through the code under test; the prepared page tells its own path. */
async function serve(
  listener: RequestListener,
  loadPage = async (path: string) => `<p>${path}</p>`,
) {
  const server = createServer((request, response) => {
    withReadableProblems(request, response, loadPage)
    listener(request, response)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  closers.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const html = { 'content-type': 'text/html; charset=utf-8' }

describe('an answer that a person cannot read', () => {
  it.each([403, 404, 500])('of status %i becomes the prepared page', async (status) => {
    const site = await serve((_, response) => {
      response.writeHead(status, { ...html, 'content-encoding': 'gzip' })
      response.write(gzipSync('<html hidden>'))
      response.end()
    })
    const answer = await fetch(`${site}/en/projects/6-4.99?q=a`)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toBe(
      `<p>/en/problem/${status}?from=%2Fen%2Fprojects%2F6-4.99%3Fq%3Da</p>`,
    )
  })

  it('is in the language of the browser where the address has none', async () => {
    const site = await serve((_, response) => {
      response.statusCode = 404
      response.setHeader('content-type', 'text/html')
      response.end('')
    })
    const headers = { 'accept-language': 'zh-HK,zh;q=0.9,en;q=0.8' }
    expect(await (await fetch(`${site}/x`, { headers })).text()).toContain('/tc/problem/404')
    expect(await (await fetch(`${site}/scx`, { headers })).text()).toContain('/tc/problem/404')
  })

  it('has no body for HEAD, and its status', async () => {
    const site = await serve((_, response) => response.writeHead(404, html).end())
    const answer = await fetch(`${site}/sc/x`, { method: 'HEAD' })
    expect([answer.status, await answer.text()]).toEqual([404, ''])
  })

  it('is a plain sentence in three languages where even the page fails', async () => {
    const site = await serve(
      (_, response) => response.writeHead(500, html).end(),
      () => Promise.reject(new Error('down')),
    )
    const text = await (await fetch(`${site}/tc`)).text()
    for (const word of ['本網站', '本网站', 'Something went wrong']) expect(text).toContain(word)
  })
})

describe('an answer that passes untouched', () => {
  it.each([
    ['a page', 200, html, {}],
    ['JSON', 404, { 'content-type': 'application/json' }, {}],
    ['the framework’s data', 404, html, { rsc: '1' }],
    ['a form sent by script', 500, html, { 'next-action': 'x' }],
  ])('%s', async (_, status, headers, asked) => {
    const site = await serve((_request, response) => {
      response.writeHead(status, headers)
      response.write('one ')
      response.end('two')
    })
    const answer = await fetch(`${site}/en/x`, { headers: asked as Record<string, string> })
    expect([answer.status, await answer.text()]).toEqual([status, 'one two'])
  })

  it('a stream, piece by piece', async () => {
    let finish = () => {}
    const site = await serve((_, response) => {
      response.writeHead(200, html)
      response.write('first')
      finish = () => response.end('second')
    })
    const reader = (await fetch(site)).body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first')
    finish()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('second')
  })
})
