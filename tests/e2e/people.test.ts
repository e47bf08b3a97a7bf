import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/page'
import { type RunningServer, runServer } from '../support/browser/run-server'
import { oneTimeCode } from '../support/desk/one-time-code'
import { filledFolder, type OwnFolder } from '../support/server/filled-folder'

// A register of its own, under a name: browsers make no passkey for a bare address.

const password = 'harbour tunnel lantern'
const admin = 'admin@localhost.localdomain'
let register: OwnFolder
let server: RunningServer
/** Milliseconds by which the register's clock is ahead. */
let ahead = 0
/** The cookies of the administrator's session. */
let session: Parameters<ReturnType<Page['context']>['addCookies']>[0] = []

test.describe.configure({ mode: 'serial' })
test.setTimeout(400_000)

test.beforeAll(async () => {
  register = await filledFolder('people')
  await serve({})
})
test.afterAll(async () => {
  await server.stop()
  register.remove()
})

async function serve(variables: Record<string, string>) {
  const own = { DATA_DIR: register.folder, HOST: 'localhost', ...variables }
  server = await runServer(own, { movableClock: true })
  await server.putAhead(ahead)
}

/** Puts the register's clock further ahead. */
async function pass(seconds: number) {
  ahead += seconds * 1000
  await server.putAhead(ahead)
}

/** A code that the register has not taken yet and takes for half a minute from now: each is taken once. */
async function nextCode(secret: string): Promise<string> {
  await pass(30)
  return oneTimeCode(secret, ahead / 30_000)
}

const at = (pathname: string) => `${server.address}${pathname}`
const submit = (page: Page) => page.locator('main form button[type="submit"]').first()

async function choosePassword(page: Page, link: string) {
  await page.goto(link)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('input[name="again"]').fill(password)
  await submit(page).click()
  await page.waitForURL(/sign-in/)
}

/** Gives address and password, and waits for the desk, for the question after a code or for a refusal. */
async function giveCredentials(page: Page, email: string) {
  await page.goto(at('/en/desk/sign-in'))
  await page.locator('input[name="email"]').fill(email)
  await page.locator('input[name="password"]').fill(password)
  await submit(page).click()
  await expect(page.locator('.desk-nav, #code, main [role="alert"]').first()).toBeVisible()
}

async function asAdmin(page: Page) {
  await page.context().addCookies(session)
}

/** Adds an officer at the desk; gives the link that the page shows. */
async function addOfficer(page: Page, name: string, email: string, role: string): Promise<string> {
  await page.goto(at('/en/desk/officers'))
  await page.locator('#officer-name').fill(name)
  await page.locator('#officer-email').fill(email)
  await page.locator(`input[name="role"][value="${role}"]`).check()
  await page.locator('main form button.button').click()
  return page.locator('#one-time-link').inputValue()
}

test('the first administrator signs in, and adds an officer by a link that is shown once', async ({
  page,
}) => {
  const [invitation = ''] = /http\S+\/desk\/password\/\S+/.exec(server.output()) ?? []
  await choosePassword(page, invitation)
  await giveCredentials(page, admin)
  await expect(page).toHaveURL(/\/en\/desk$/)
  session = await page.context().cookies()
  const link = await addOfficer(page, '陳大文', 'chan@example.org', 'editor')
  expect(link).toMatch(/\/tc\/desk\/password\/\S+$/)
  // Listed at once, and the link is gone with the page.
  await expect(page.locator('main table')).toContainText('chan@example.org')
  await page.reload()
  await expect(page.locator('#one-time-link')).toHaveCount(0)
  expect(await page.content()).not.toContain(link.split('/').at(-1))
  const answer = await page.request.get(at('/en/desk/officers'))
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(answer.headers()['referrer-policy']).toBe('same-origin')
  await choosePassword(page, link)
})

test('an officer sets up an app, signs out, and signs in with a code', async ({ page }) => {
  await giveCredentials(page, 'chan@example.org')
  await page.goto(at('/en/desk/account'))
  await page.locator('main form input[name="password"]').first().fill(password)
  await page.getByRole('button', { name: 'Set it up' }).click()
  await expect(page.locator('svg[role="img"]')).toBeVisible()
  const secret = (await page.locator('code.desk-mono').textContent()) ?? ''
  await page.locator('#app-code').fill('000 000')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.locator('main [role="alert"]')).toContainText('This code is not right')
  await expect(page.locator('code.desk-mono')).toHaveText(secret)
  await page.locator('#app-code').fill(await nextCode(secret))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.locator('.desk-codes li')).toHaveCount(10)
  await page.reload()
  await expect(page.locator('.desk-codes')).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)

  await giveCredentials(page, 'chan@example.org')
  await expect(page).toHaveURL(/\/en\/desk\/sign-in\/code$/)
  await page.goto(at('/en/desk'))
  await expect(page).toHaveURL(/\/en\/desk\/sign-in\?/)
  await page.goto(at('/en/desk/sign-in/code'))
  await page.locator('#code').fill(await nextCode(secret))
  await submit(page).click()
  await expect(page).toHaveURL(/\/en\/desk$/)

  // And without JavaScript, after a wrong one.
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: false })
  const plain = await context?.newPage()
  if (!context || !plain) throw new Error('There is no browser.')
  await giveCredentials(plain, 'chan@example.org')
  await expect(plain).toHaveURL(/\/en\/desk\/sign-in\/code$/)
  await plain.locator('#code').fill('wrong-00000')
  await submit(plain).click()
  await expect(plain.locator('main [role="alert"]')).toContainText('This code is not right')
  await plain.locator('#code').fill(await nextCode(secret))
  await submit(plain).click()
  await expect(plain).toHaveURL(/\/en\/desk$/)
  await plain.goto(at('/en/desk/account'))
  await expect(plain.locator('main')).toContainText('10 recovery codes are left')
  await expect(plain.locator('main')).toContainText('Adding a passkey needs JavaScript')

  // A session ended in one browser stops in the other with its next step.
  await page.goto(at('/en/desk/account'))
  await page.getByRole('button', { name: 'End all other sessions' }).click()
  await expect(page.locator('main [role="status"]')).toContainText('The session has ended')
  await plain.reload()
  await expect(plain).toHaveURL(/\/en\/desk\/sign-in/)
  await context.close()
})

test('an app is set up, new codes are made and it is switched off without JavaScript', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await asAdmin(page)
  const link = await addOfficer(page, 'No Script', 'plain@example.org', 'viewer')
  await context.clearCookies()
  await choosePassword(page, link)
  await giveCredentials(page, 'plain@example.org')
  await page.goto(at('/sc/desk/account'))
  await page.locator('main form input[name="password"]').first().fill(password)
  await submit(page).click()
  const secret = (await page.locator('code.desk-mono').textContent()) ?? ''
  await page.locator('#app-code').fill('000000')
  await submit(page).click()
  await expect(page.locator('code.desk-mono')).toHaveText(secret)
  await page.locator('#app-code').fill(await nextCode(secret))
  await submit(page).click()
  await expect(page.locator('.desk-codes li')).toHaveCount(10)
  for (const [index, step] of ['renew', 'remove'].entries()) {
    const form = page.locator(`form:has(input[name="step"][value="${step}"])`)
    await page.locator('details.desk-act summary').nth(index).click()
    await form.locator('input[name="password"]').fill(password)
    await form.locator('button').click()
    await expect(page.locator('.desk-codes li')).toHaveCount(step === 'renew' ? 10 : 0)
  }
  await expect(page.locator('svg[role="img"]')).toHaveCount(0)
  await expect(page.locator('form:has(input[name="step"][value="begin"])')).toBeVisible()
  await context.close()
})

test('axe finds nothing on the pages of people, in any language, and nothing overflows at 360 px', async ({
  page,
}) => {
  await asAdmin(page)
  await page.goto(at('/en/desk/officers'))
  const one = await page.locator('main tbody a').nth(1).getAttribute('href')
  for (const prefix of ['/tc', '/sc', '/en']) {
    for (const where of ['officers', 'account', 'audit', one?.split('/desk/')[1] ?? '']) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(at(`${prefix}/desk/${where}`))
      await page.locator('details').evaluateAll((all) => {
        for (const details of all) details.setAttribute('open', '')
      })
      await expectAccessible(page)
      await page.setViewportSize({ width: 360, height: 800 })
      await expectNoSideways(page)
    }
  }
})

test('a passkey is added, signs in without a word, and the password alone no longer does', async ({
  page,
}) => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await asAdmin(page)
  const link = await addOfficer(page, 'Key', 'key@example.org', 'reviewer')
  await page.context().clearCookies()
  await choosePassword(page, link)
  await giveCredentials(page, 'key@example.org')
  await page.goto(at('/en/desk/account'))
  await page.locator('summary', { hasText: 'Add a passkey' }).click()
  const form = page.locator('form:has(#passkey-name)')
  await form.locator('#passkey-name').fill('Test key')
  await form.locator('input[name="password"]').fill('not the password')
  await form.getByRole('button').click()
  await expect(form.getByRole('alert')).toContainText('The present password is not right')
  await form.locator('input[name="password"]').fill(password)
  await form.getByRole('button').click()
  await page.waitForURL(/done=passkey/)
  await expect(page.locator('main')).toContainText('Test key')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)

  await giveCredentials(page, 'key@example.org')
  await expect(page.locator('main [role="alert"]')).toContainText('signs in with its passkey')
  await page.goto(at('/tc/desk/sign-in?next=%2Ftc%2Fdesk%2Faccount'))
  await page.getByRole('button', { name: '以通行密鑰登入' }).click()
  await expect(page).toHaveURL(/\/tc\/desk\/account$/)
  await expect(page.locator('main')).not.toContainText('從未使用')

  // Whoever holds the key but is not its owner: the authenticator does not know them.
  await page.context().clearCookies()
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.goto(at('/en/desk/sign-in'))
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.locator('main [role="alert"]')).toBeVisible()
  await page.goto(at('/en/desk'))
  await expect(page).toHaveURL(/sign-in/)
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })

  // Lost: an administrator takes it away, and the password will do.
  await asAdmin(page)
  await page.goto(at('/en/desk/officers'))
  await page.getByRole('link', { name: 'Key', exact: true }).click()
  await page.locator('summary', { hasText: 'Remove a lost second factor' }).click()
  await page.getByRole('button', { name: 'Remove a lost second factor' }).click()
  await expect(page.locator('main [role="status"]')).toContainText('has been removed')
  await page.context().clearCookies()
  await giveCredentials(page, 'key@example.org')
  await expect(page).toHaveURL(/\/en\/desk$/)
})

test('an administrator changes and disables an officer, without JavaScript as well', async ({
  browser,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await asAdmin(page)
    const email = `change-${javaScriptEnabled}@example.org`
    await addOfficer(page, 'To Change', email, 'editor')
    await page.goto(at('/en/desk/officers'))
    await page.locator('tr', { hasText: email }).getByRole('link').click()
    await page.locator('input[name="role"][value="viewer"]').check()
    await page.locator('input[name="side"][value="SH"]').check()
    await page.locator('details.desk-box summary').click()
    await page.locator('input[name="fields"][value="6-4"]').check()
    await page.locator('main form button.button').click()
    await page.waitForURL(/done=change/)
    await expect(page.locator('input[name="role"][value="viewer"]')).toBeChecked()
    await expect(page.locator('input[name="fields"][value="6-4"]')).toBeChecked()
    await page.locator('summary', { hasText: 'Disable the account' }).click()
    await page.getByRole('button', { name: 'Disable the account' }).click()
    await expect(page.locator('main [role="status"]').last()).toContainText('is disabled')
    await expect(page.locator('summary', { hasText: 'Enable again' })).toBeVisible()
    await page.goto(at('/en/desk/officers'))
    await expect(page.locator('tr', { hasText: email })).toContainText('Disabled')
    await context.close()
  }
})

test('a role that lacks a page gets no link to it and is refused it', async ({ page }) => {
  await giveCredentials(page, 'key@example.org')
  await page.goto(at('/en/desk'))
  await expect(page.locator('.desk-nav a')).toHaveText([
    'Desk',
    'Register',
    'Texts',
    'Spreadsheets',
    'Report',
    'Releases',
    'My account',
  ])
  for (const where of ['/en/desk/officers', '/en/desk/audit', '/en/desk/audit.csv']) {
    expect((await page.request.get(at(where))).status(), where).toBe(403)
  }
  await page.context().clearCookies()
  await page.goto(at('/en/desk/audit.csv'))
  await expect(page).toHaveURL(/\/en\/desk\/sign-in\?next=/)
})

test('the trail is filtered in words, by day in Hong Kong, and downloaded as a spreadsheet reads it', async ({
  page,
}) => {
  await asAdmin(page)
  // A name that a spreadsheet would execute.
  await addOfficer(page, '=HYPERLINK("http://x.example","x")', 'formula@example.org', 'viewer')
  await page.locator('tr', { hasText: 'formula@' }).getByRole('link').click()
  await page.locator('summary', { hasText: 'Make a new one-time link' }).click()
  await page.getByRole('button', { name: 'Make a new one-time link' }).click()
  await choosePassword(page, await page.locator('#one-time-link').inputValue())
  await asAdmin(page)
  await page.goto(at('/en/desk/audit'))
  await page.locator('select[name="action"]').selectOption({ label: 'Sign in' })
  await page.locator('select[name="outcome"]').selectOption('refused')
  await page.getByRole('button', { name: 'Apply' }).click()
  const rows = page.locator('main tbody tr')
  await expect(rows.first()).toContainText('Sign in Refused')
  expect(await rows.filter({ hasNotText: 'Sign in' }).count()).toBe(0)
  await page.goto(at('/en/desk/audit?to=2020-01-01'))
  await expect(page.locator('main')).toContainText('No act fits this filter')
  await page.goto(at('/en/desk/audit?subject=chan%40example'))
  expect(await rows.filter({ hasNotText: /chan@example\.org|陳大文/ }).count()).toBe(0)
  expect(await rows.count()).toBeGreaterThan(5)

  const answer = await page.request.get(at('/sc/desk/audit.csv?subject=formula'))
  expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8')
  expect(answer.headers()['content-disposition']).toContain('audit.csv')
  const csv = await answer.text()
  expect(csv.startsWith('\ufeff时间,人员,')).toBe(true)
  expect(csv).toContain(`,"'=HYPERLINK(""http://x.example"",""x"")",formula@example.org,`)
  expect(csv).not.toContain('chan@example.org')
  const plain = await page.request.get(at('/en/desk/audit.csv?bom=0'))
  expect((await plain.text()).startsWith('Time,Officer,')).toBe(true)
  await page.goto(at('/en/desk/audit?action=audit.export'))
  await expect(rows.first()).toContainText('Download the audit trail')
})

test('a post from another site is in the trail, and a flood of them does not fill it', async ({
  page,
  request,
}) => {
  for (let attempt = 0; attempt < 40; attempt++) {
    const answer = await request.post(at('/en/desk/officers'), {
      headers: { origin: 'https://elsewhere.example' },
      data: 'x',
    })
    expect(answer.status()).toBe(403)
  }
  await asAdmin(page)
  await page.goto(at('/en/desk/audit?action=desk.request'))
  await expect(page.locator('main tbody tr')).toHaveCount(30)
  await expect(page.locator('main tbody tr').first()).toContainText(
    'further ones within the minute are not listed',
  )
})

test('a register that asks for a second factor sends whoever lacks it to set one up', async ({
  page,
}) => {
  await server.stop()
  await serve({ SECOND_FACTOR: 'required', SIGN_IN_LIMIT: '3' })
  // What the tests before it have used up is free again.
  await pass(60)
  await giveCredentials(page, admin)
  await expect(page).toHaveURL(/\/en\/desk\/account$/)
  await expect(page.locator('main [role="alert"]')).toContainText('Your role needs a second factor')
  await page.goto(at('/en/desk/officers'))
  await expect(page).toHaveURL(/\/en\/desk\/account$/)
  await page.locator('main form input[name="password"]').first().fill(password)
  await page.getByRole('button', { name: 'Set it up' }).click()
  const secret = (await page.locator('code.desk-mono').textContent()) ?? ''
  await page.locator('#app-code').fill(await nextCode(secret))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.locator('.desk-codes li')).toHaveCount(10)
  await expect(page.locator('main')).not.toContainText('Your role needs a second factor')
  await page.goto(at('/en/desk/officers'))
  await expect(page).toHaveURL(/\/en\/desk\/officers$/)
})

test('who has tried as often as the register allows tries again a minute later', async ({
  page,
}) => {
  await pass(60)
  for (let attempt = 0; attempt < 3; attempt++) {
    await giveCredentials(page, 'nobody@example.org')
    await expect(page.locator('main [role="alert"]')).not.toContainText('Too many attempts')
  }
  await giveCredentials(page, admin)
  await expect(page.locator('main [role="alert"]')).toContainText('Too many attempts')
  await pass(60)
  await giveCredentials(page, admin)
  await expect(page).toHaveURL(/\/en\/desk\/sign-in\/code$/)
})
