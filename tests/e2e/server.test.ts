import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { builtServer } from '@/cli/preparation.mjs'
import { expect, test } from '../support/browser/page'
import { runServer } from '../support/browser/run-server'
import { sampled } from '../support/server/sample'

/** Starts a second server on settings of ours; gives how it ended. */
async function startAnother(variables: Record<string, string>) {
  const server = spawn(process.execPath, [builtServer], {
    env: { ...process.env, DATABASE_URL: '', PORT: '0', ...variables, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  server.stderr.on('data', (chunk) => {
    text += chunk
  })
  const code = await new Promise((resolve) => server.once('close', resolve))
  return { code, text }
}

test('a second server on the data directory is refused, again and again', async () => {
  const folder = process.env.SERVED_DATA_DIR ?? ''
  for (let attempt = 0; attempt < sampled(20, 5); attempt++) {
    const { code, text } = await startAnother({ DATA_DIR: folder })
    expect(code).toBe(1)
    expect(text).toMatch(/^The data directory \S+ is in use by process \d+, since /)
  }
})

test('wrong settings end a start with a sentence each', async () => {
  const { code, text } = await startAnother({ PORT: 'eighty', SMTP_URL: 'post' })
  expect(code).toBe(1)
  expect(text).toMatch(/^PORT must [^\n]+\.\nSMTP_URL must [^\n]+\.\n$/)
  const unreachable = await startAnother({ DATABASE_URL: 'postgresql://a@127.0.0.1:1/none' })
  expect(unreachable.code).toBe(1)
  expect(unreachable.text).toContain(
    'The PostgreSQL server that DATABASE_URL names is out of reach',
  )
})

test('an empty register is filled once, invites its administrator once, and stops cleanly', async () => {
  // Entering every fact takes half a minute on an idle machine, and minutes on a busy one.
  test.setTimeout(600_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'register-start-'))
  try {
    const first = await runServer({ DATA_DIR: folder })
    const health = await (await fetch(`${first.address}/healthz`)).json()
    const invitation = new RegExp(`^${first.address}/tc/desk/password/\\S+$`, 'm')
    expect(first.output()).toMatch(invitation)
    expect(await first.stop()).toBe(0)
    expect(existsSync(path.join(folder, 'lock.json'))).toBe(false)
    expect(existsSync(path.join(folder, 'control.json'))).toBe(false)

    const second = await runServer({ DATA_DIR: folder })
    expect(await (await fetch(`${second.address}/healthz`)).json()).toEqual(health)
    expect(second.output()).not.toContain('/desk/password/')
    await second.stop()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('an unknown reference is a readable page, whole without JavaScript', async ({ request }) => {
  for (const [prefix, language] of [
    ['/tc', 'zh-Hant-HK'],
    ['/sc', 'zh-Hans-CN'],
    ['/en', 'en-HK'],
  ]) {
    for (const unknown of ['/projects/6-99.9', '/documents/6-d99', '/nothing/here']) {
      const answer = await request.get(`${prefix}${unknown}`)
      expect(answer.status()).toBe(404)
      const html = await answer.text()
      expect(html).toContain(`<html lang="${language}"`)
      expect(html).toMatch(/<h1[ >]/)
    }
  }
})

test('an address that nobody can read is said to be one', async ({ request }) => {
  const answer = await request.get('/en/projects/%E0%A4%A')
  expect(answer.status()).toBe(400)
  expect(await answer.text()).toContain('This address is not written as addresses are.')
})

test('what another site sends is refused, and what is too long', async ({ request }) => {
  const status = async (headers: Record<string, string>, data = 'a=b') =>
    (await request.post('/tc', { headers, data })).status()
  expect(await status({})).toBe(403)
  expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await status({ origin: 'https://elsewhere.example.org' })).toBe(403)
  expect(await status({ 'sec-fetch-site': 'same-origin' }, 'x'.repeat(65_537))).toBe(413)
})

test('every answer tells the browser what it may do', async ({ request }) => {
  for (const address of ['/tc', '/tc/projects/6-99.9', '/healthz']) {
    const headers = (await request.get(address)).headers()
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-powered-by']).toBeUndefined()
  }
})
