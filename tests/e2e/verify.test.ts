import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { halfHeldBack } from '../support/browser/half-held-back'
import { expectAccessible, expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/own-register'
import { wholeOrByTurns } from '../support/server/sample'

test.use({ register: 'verify' })

const editions = [
  { prefix: '/tc', title: '核對修訂紀錄', sound: '在已簽署的紀錄之內', good: '相符：共' },
  { prefix: '/sc', title: '核对修订记录', sound: '在已签署的记录之内', good: '相符：共' },
  {
    prefix: '/en',
    title: 'Verify the log',
    sound: 'is in the signed log',
    good: 'They agree: all',
  },
] as const

const fingerprint = /^[A-Za-z0-9+/]{43}=$/

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    for (const { prefix, title, sound } of wholeOrByTurns(javaScriptEnabled, 'verify', editions)) {
      test(`a reader of ${prefix} checks a revision by its number, its text and a fingerprint`, async ({
        page,
      }) => {
        await page.goto(prefix)
        await page.locator(`footer a[href="${prefix}/verify"]`).click()
        await page.waitForURL(`**${prefix}/verify`)
        await expect(page.locator('h1')).toHaveText(title)
        const shown = (await page.locator('.fingerprint code').textContent()) ?? ''
        expect(shown).toMatch(fingerprint)
        const held = await (await page.request.get('/log/checkpoint')).json()
        expect(held.root).toBe(shown)

        const form = (name: string) => page.locator(`section[aria-labelledby="${name}"]`)
        /** Types into a form and sends it. Its answer is a page, which moves to its place until it has loaded. */
        const ask = async (name: string, typed: string) => {
          await form(name).locator('input, textarea').fill(typed)
          const loaded = page.waitForEvent('load')
          await form(name).locator('button').click()
          await loaded
        }
        await ask('entry', '7')
        await expect(form('entry').locator('.verdict')).toContainText(sound)
        await expect(page).toHaveURL(new RegExp(`${prefix}/verify\\?entry=7`))
        const leaf = (await form('entry').locator('.hash').textContent()) ?? ''
        const text = await (await page.request.get('/log/entries/7')).text()

        await ask('text', text)
        await expect(form('text').locator('.verdict')).toContainText(sound)
        await expect(form('text').locator('.hash')).toHaveText(leaf)
        await ask('text', text.replace('"number":7', '"number":8'))
        await expect(form('text').locator('.verdict-bad')).toBeVisible()
        await ask('text', '滬港')
        await expect(form('text').locator('[role=alert]')).toBeVisible()

        await ask('fingerprint', shown)
        await expect(form('fingerprint').locator('.verdict:not(.verdict-bad)')).toBeVisible()
        await ask('fingerprint', `${'A'.repeat(43)}=`)
        await expect(form('fingerprint').locator('.verdict-bad')).toBeVisible()
        await ask('fingerprint', 'A')
        await expect(form('fingerprint').locator('[role=alert]')).toBeVisible()

        for (const number of ['0', '99999', 'seven']) {
          await ask('entry', number)
          await expect(form('entry').locator('[role=alert]')).toBeVisible()
          await expect(form('entry').locator('input')).toHaveValue(number)
        }
        await page.locator('a[hreflang="en-HK"], a[hreflang="zh-Hant-HK"]').first().click()
        await expect(page.locator('.fingerprint code')).toHaveText(fingerprint)
      })
    }

    test('the form that reads files is there only where it can work', async ({ page }) => {
      await page.goto('/en/verify')
      const files = page.locator('#file-check')
      if (javaScriptEnabled) await expect(files).toBeVisible()
      else await expect(files).toBeHidden()
    })
  })
}

for (const { prefix, good } of editions) {
  test(`files are checked in the browser, and an altered one is found, in ${prefix}`, async ({
    page,
  }) => {
    const log = await (await page.request.get('/log.jsonl')).text()
    const checkpoints = await (await page.request.get('/log/checkpoints')).text()
    await page.goto(`${prefix}/verify`)
    const check = async (text: string) => {
      const file = (name: string, content: string) => ({
        name,
        mimeType: 'application/json',
        buffer: Buffer.from(content),
      })
      await page.locator('#file-log').setInputFiles(file('log.jsonl', text))
      await page.locator('#file-checkpoints').setInputFiles(file('checkpoints.json', checkpoints))
      await page.locator('#file-check button').click()
    }
    await check(log)
    await expect(page.locator('#file-check output')).toContainText(good, { timeout: 40_000 })
    await check(log.replace('"number":20,', '"number":20 ,'))
    await expect(page.locator('#file-check .verdict-bad')).toContainText('20')
  })
}

test('files are checked where the page comes slowly', async ({ page, ownRegister }) => {
  const files = page.locator('#file-check')
  const slow = await halfHeldBack(ownRegister, 'id="whole"')
  try {
    await page.goto(`${slow.address}/en/verify`, { waitUntil: 'commit' })
    // Resolves when the script has run: before what it works on is there.
    await page.evaluate(() => import(String('/verify-page.mjs')))
    await expect(files).toHaveCount(0)
    slow.release()
    await expect(files).toBeVisible()
    // What the page still asks for is not to find the line cut.
    await page.goto('about:blank')
  } finally {
    await slow.stop()
  }
})

test('files are checked where the page is come back to', async ({ page }) => {
  const files = page.locator('#file-check')
  await page.goto('/en/verify')
  await expect(files).toBeVisible()
  await page.locator('footer a[href="/en/data"]').click()
  await page.waitForURL('**/en/data')
  await page.locator('footer a[href="/en/verify"]').click()
  await page.waitForURL('**/en/verify')
  await expect(files).toBeVisible()
})

test('the script verifies the site, and a kept checkpoint, with Node alone', async ({
  ownRegister,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'verify-site-'))
  try {
    const script = await (await fetch(`${ownRegister}/verify-log.mjs`)).text()
    writeFileSync(path.join(folder, 'verify-log.mjs'), script)
    const run = (...words: string[]) =>
      spawnSync(process.execPath, ['verify-log.mjs', ...words], {
        cwd: folder,
        encoding: 'utf8',
        env: { NODE_ENV: 'test' },
      })
    const site = run(ownRegister, '--save', 'kept')
    expect([site.status, site.stderr]).toEqual([0, ''])
    expect(site.stdout).toContain('entries are as they were signed')
    const files = ['kept/log.jsonl', 'kept/checkpoints.json', '--kept', 'kept/checkpoint.txt']
    expect(run(...files).status).toBe(0)
    const log = readFileSync(path.join(folder, 'kept/log.jsonl'), 'utf8')
    writeFileSync(path.join(folder, 'kept/log.jsonl'), log.replace('滬', '沪'))
    const altered = run(...files)
    expect(altered.status).toBe(1)
    expect(altered.stderr).toMatch(/✗ .*entr/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('another key is put in place beside the running server, and the log says so', async ({
  page,
}) => {
  const logKey = (...words: string[]) =>
    spawnSync(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'src/cli/log-key.ts', ...words],
      {
        encoding: 'utf8',
        env: { ...process.env, DATA_DIR: process.env.SERVED_DATA_DIR, DATABASE_URL: '' },
      },
    )
  const before = await (await page.request.get('/log/keys')).json()
  const rotated = logKey('rotate')
  expect([rotated.status, rotated.stderr]).toEqual([0, ''])
  const { keys } = await (await page.request.get('/log/keys')).json()
  expect(keys).toHaveLength(before.keys.length + 1)
  expect(rotated.stdout).toContain(keys.at(-1).verifier)
  expect(logKey('list').stdout.trim().split('\n')).toHaveLength(keys.length)
  expect(logKey('turn').status).toBe(2)
})

test('programs of other sites may read the log, and learn what is wrong with a number', async ({
  page,
}) => {
  for (const address of ['/log/checkpoint', '/log/checkpoints', '/log/keys', '/log.jsonl']) {
    const answer = await page.request.get(address)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['access-control-allow-origin']).toBe('*')
    const again = await page.request.get(address, {
      headers: { 'If-None-Match': answer.headers().etag ?? '' },
    })
    expect(again.status()).toBe(304)
  }
  const bad = await page.request.get('/log/proof/inclusion?entry=0')
  expect(bad.status()).toBe(400)
  expect(bad.headers()['content-type']).toBe('application/problem+json')
  expect(await bad.json()).toMatchObject({ title: 'Bad request', status: 400 })
  const missing = await page.request.get('/log/entries/99999')
  expect([missing.status(), (await missing.json()).status]).toEqual([404, 404])
  const preflight = await page.request.fetch('/log/keys', { method: 'OPTIONS' })
  expect(preflight.headers()['access-control-allow-headers']).toBe('If-None-Match')
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { prefix } of wholeOrByTurns(colorScheme === 'light', 'verify in dark', editions)) {
    test(`${prefix}/verify is accessible at 360 px, in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width: 360, height: 740 })
      for (const query of ['', '?entry=7', '?fingerprint=A', `?text=${'A'.repeat(43)}%3D`]) {
        await page.goto(`${prefix}/verify${query}`)
        await expectAccessible(page)
        await expectNoSideways(page)
      }
    })
  }
}
