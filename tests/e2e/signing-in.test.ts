import { expect, runOfficer, test } from '../support/browser/page'
import { signInAs } from '../support/browser/sign-in'

test('the desk is for officers: a stranger is led to sign in, and back', async ({ page }) => {
  for (const prefix of ['/tc', '/sc', '/en']) {
    await page.goto(`${prefix}/desk/items/6-4.2`)
    await expect(page).toHaveURL(new RegExp(`${prefix}/desk/sign-in`))
  }
  await page.locator('input[name="email"]').fill('nobody@example.org')
  await page.locator('input[name="password"]').fill('not the right one')
  await page.locator('main form button[type="submit"]').click()
  await expect(page.locator('[role="alert"]').first()).toBeVisible()
})

test('a post from another site, or from nowhere, changes nothing', async ({ request }) => {
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://elsewhere.example' },
    {},
  ]) {
    const answer = await request.post('/en/desk/sign-in', { headers, data: 'x' })
    expect(answer.status()).toBe(403)
  }
})

test('the officer command works while the server runs', async ({ request }) => {
  const added = runOfficer(
    ...[
      'add',
      '--email',
      'beside@example.org',
      '--name',
      '旁人',
      '--role',
      'editor',
      '--side',
      'SH',
    ],
  )
  const link = /https?:\/\/\S+/.exec(added)?.[0] ?? ''
  expect(link).toMatch(/\/sc\/desk\/password\/\S+$/)
  expect((await request.get(link)).status()).toBe(200)
  expect(runOfficer('list')).toContain('beside@example.org\t旁人\teditor\tSH\tactive')
  runOfficer('disable', '--email', 'beside@example.org')
  expect(runOfficer('list')).toContain('beside@example.org\t旁人\teditor\tSH\tdisabled')
  expect(() => runOfficer('link', '--email', 'nobody@example.org')).toThrow(/There is no officer/)
})

test('a one-time link opens once', async ({ page }) => {
  await signInAs(page, 'editor')
  await page.goto('/en/desk/password/not-a-link-at-all')
  await page.locator('input[name="password"]').fill('long enough to pass')
  await page.locator('input[name="again"]').fill('long enough to pass')
  await page.locator('main form button[type="submit"]').click()
  await expect(page.locator('[role="alert"]').first()).toBeVisible()
})
