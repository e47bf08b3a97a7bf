import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/page'
import { type RunningServer, runServer } from '../support/browser/run-server'
import { signInAs } from '../support/browser/sign-in'
import { filledFolder, type OwnFolder } from '../support/server/filled-folder'

// What an administrator sees of the mails, on a server of its own with mails in every state.

let register: OwnFolder
let outbox: string
let server: RunningServer
let cookies: Parameters<ReturnType<Page['context']>['addCookies']>[0] = []

test.beforeAll(async ({ browser }) => {
  test.setTimeout(400_000)
  register = await filledFolder('mail')
  outbox = path.join(register.folder, 'outbox')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'tests/support/desk/write-mails.ts'],
    {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: register.folder, DATABASE_URL: '', BASE_URL: '' },
    },
  )
  const link = /https?:\/\/\S+/.exec(stdout)?.[0]
  if (!link) throw new Error(`The mails were not written: ${stdout} ${stderr}`)
  server = await runServer({ DATA_DIR: register.folder })
  const page = await browser.newPage()
  await page.goto(`${server.address}${new URL(link).pathname}`)
  await page.locator('input[name="password"]').fill('harbour tunnel lantern')
  await page.locator('input[name="again"]').fill('harbour tunnel lantern')
  await page.locator('main form button[type="submit"]').click()
  await page.waitForURL(/sign-in/)
  await page.locator('input[name="email"]').fill('postmaster@example.org')
  await page.locator('input[name="password"]').fill('harbour tunnel lantern')
  await page.locator('main form button[type="submit"]').click()
  await page.waitForURL(/\/desk$/)
  cookies = await page.context().cookies()
  await page.close()
})
test.afterAll(async () => {
  await server?.stop()
  register.remove()
})
test.beforeEach(({ context }) => context.addCookies(cookies))

const open = (page: Page, prefix: string, query = '') =>
  page.goto(`${server.address}${prefix}/desk/mail${query}`)
const files = () => {
  try {
    return readdirSync(outbox).filter((name) => name.endsWith('.eml'))
  } catch {
    return []
  }
}

for (const [prefix, title, isFile, notice] of [
  ['/tc', '電郵', '電郵不會寄出，只寫成檔案', '未設定郵件伺服器'],
  ['/sc', '邮件', '邮件不会寄出，只写成文件', '未设置邮件服务器'],
  ['/en', 'Email', 'emails are not delivered, but written as files', 'No email server is set'],
] as const) {
  test(`the page says how mails go out and how each fared, ${prefix}`, async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await open(page, prefix)
      await expect(page.locator('h1')).toHaveText(title)
      await expect(page.locator('main')).toContainText(isFile)
      await expect(page.locator('main')).toContainText(outbox)
      await expect(page.locator('footer')).toContainText(notice)
      await expect(page.locator('main')).toContainText('550 5.1.1 no such user')
      await expectAccessible(page)
    }
    await page.setViewportSize({ width: 360, height: 800 })
    await expectNoSideways(page)
  })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a test mail is written within seconds, and listed', async ({ page }) => {
      const before = files().length
      await open(page, '/en')
      await page.getByRole('button', { name: 'Send a test email' }).click()
      await expect(page.getByRole('status')).toContainText('within seconds')
      await expect.poll(() => files().length, { timeout: 40_000 }).toBe(before + 1)
      await open(page, '/en', '?state=sent')
      await expect(page.locator('.mail-list')).toContainText('postmaster@example.org')
      await expect(page.locator('.mail-list')).toContainText('Written as a file')
      await expect(page.locator('.mail-list')).not.toContainText('Failed Chan')
    })
  })
}

test('one that failed is sent again at a press, one that is uncertain only after a tick', async ({
  browser,
}) => {
  // Without JavaScript, so that the server's own words are seen.
  const context = await browser.newContext({ javaScriptEnabled: false })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await open(page, '/en')
  const again = (name: string) => page.getByRole('button', { name: `Send again to ${name}` })
  await expect(again('Waiting Lee')).toHaveCount(0)
  await again('Failed Chan').click()
  await expect(page.getByRole('status')).toContainText('It will be sent again')
  await expect(again('Failed Chan')).toHaveCount(0)

  // The browser asks for the tick; a request that leaves it out is refused all the same.
  await page
    .locator('input[name="mayArriveTwice"]')
    .evaluate((box) => box.removeAttribute('required'))
  await again('Uncertain Wong').click()
  await expect(page.getByRole('alert')).toContainText('It may arrive twice')
  await page.getByLabel('I know that it may arrive twice').check()
  await again('Uncertain Wong').click()
  await expect(page.getByRole('status')).toContainText('It will be sent again')
  await expect
    .poll(
      async () => {
        await open(page, '/en', '?state=sent')
        return page.locator('.mail-list').textContent()
      },
      { timeout: 40_000 },
    )
    .toMatch(/Uncertain Wong[\s\S]*Failed Chan|Failed Chan[\s\S]*Uncertain Wong/)
  await context.close()
})

test('it is for administrators: a stranger is led to sign in, a reviewer is refused', async ({
  page,
  context,
}) => {
  await context.clearCookies()
  await open(page, '/en')
  await expect(page).toHaveURL(/\/en\/desk\/sign-in/)
  await signInAs(page, 'reviewer')
  expect((await page.goto('/en/desk/mail'))?.status()).toBe(403)
})
