import { expect, test } from '../support/browser/page'
import { choosePassword, password, peopleRegister } from '../support/browser/people-steps'

test.describe.configure({ mode: 'serial' })
test.setTimeout(400_000)

const { at, giveCredentials, signInFirst, asAdmin, addOfficer } = peopleRegister('people')

test('the first administrator signs in, and adds an officer by a link that is shown once', async ({
  page,
}) => {
  await signInFirst(page)
  await expect(page).toHaveURL(/\/en\/desk$/)
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
  await asAdmin(page)
  const link = await addOfficer(page, 'Reviewer', 'reviewer@example.org', 'reviewer')
  await page.context().clearCookies()
  await choosePassword(page, link)
  await giveCredentials(page, 'reviewer@example.org')
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
  for (const typed of [password, password, password, 'not the password']) {
    await giveCredentials(page, 'chan@example.org', typed)
    await page.context().clearCookies()
  }
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
  await page.waitForURL(/outcome=refused/)
  const rows = page.locator('main tbody tr')
  await expect(rows.first()).toContainText('Sign in Refused')
  expect(await rows.filter({ hasNotText: 'Sign in' }).count()).toBe(0)
  await page.goto(at('/en/desk/audit?to=2020-01-01'))
  await expect(page.locator('main')).toContainText('No actions match these filters')
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
    'more within the same minute are not listed',
  )
})
