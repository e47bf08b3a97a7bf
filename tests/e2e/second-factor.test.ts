import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/page'
import {
  admin,
  choosePassword,
  password,
  peopleRegister,
  submit,
} from '../support/browser/people-steps'

test.describe.configure({ mode: 'serial' })
test.setTimeout(400_000)

const { at, pass, restart, nextCode, giveCredentials, signInFirst, asAdmin, addOfficer } =
  peopleRegister('second-factor')

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage()
  await signInFirst(page)
  await choosePassword(page, await addOfficer(page, '陳大文', 'chan@example.org', 'editor'))
  await page.context().close()
})

/** The secret that the page shows for an app, once what follows it has come as well: the code may come in parts. */
async function secretOf(page: Page): Promise<string> {
  await expect(page.locator('#app-code')).toBeVisible()
  return (await page.locator('code.desk-mono').textContent()) ?? ''
}

test('an officer sets up an app, signs out, and signs in with a code', async ({ page }) => {
  await giveCredentials(page, 'chan@example.org')
  await page.goto(at('/en/desk/account'))
  await page.locator('main form input[name="password"]').first().fill(password)
  await page.getByRole('button', { name: 'Set it up' }).click()
  await expect(page.locator('svg[role="img"]')).toBeVisible()
  const secret = await secretOf(page)
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
  const secret = await secretOf(page)
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
  await expect(form.getByRole('alert')).toContainText('The current password is not right')
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

  // Somebody else has the device: its authenticator does not recognise them.
  await page.context().clearCookies()
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.goto(at('/en/desk/sign-in'))
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.locator('main [role="alert"]')).toBeVisible()
  await page.goto(at('/en/desk'))
  await expect(page).toHaveURL(/sign-in/)
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })

  // It is lost: an administrator removes it, and the password alone is enough again.
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

test('a register that asks for a second factor sends whoever lacks it to set one up', async ({
  page,
}) => {
  await restart({ SECOND_FACTOR: 'required', SIGN_IN_LIMIT: '3' })
  // What the tests before it have used up is free again.
  await pass(60)
  await giveCredentials(page, admin)
  await expect(page).toHaveURL(/\/en\/desk\/account$/)
  await expect(page.locator('main [role="alert"]')).toContainText('Your role needs a second factor')
  await page.goto(at('/en/desk/officers'))
  await expect(page).toHaveURL(/\/en\/desk\/account$/)
  await page.locator('main form input[name="password"]').first().fill(password)
  await page.getByRole('button', { name: 'Set it up' }).click()
  const secret = await secretOf(page)
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
