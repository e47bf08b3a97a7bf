import { expectAccessible } from '../support/browser/looks'
import { expect, test } from '../support/browser/page'
import { save } from '../support/browser/round-steps'
import { signInAs } from '../support/browser/sign-in'
import { wholeOrByTurns } from '../support/server/sample'

const pageTypes = [
  '',
  '/fields/6-4',
  '/projects',
  '/projects?q=zzzz',
  '/projects?itemised=all',
  '/projects/6-4.2',
  '/projects/6-u07',
  '/projects/6-4.2/history',
  '/documents',
  '/documents/6-d01',
  '/documents/6-m01',
  '/documents/6-d07',
  '/documents/6-d01/history',
  '/conferences',
  '/conferences/6',
  '/conferences/5',
  '/organisations',
  '/organisations/doj-hk',
  '/signatories',
  '/signatories/john-lee',
  '/sources',
  '/sources/tkp-2024-04-27',
  '/sources/tkp-2024-04-27/history',
  '/about',
  '/glossary',
  '/projects/6-99.9',
  '/desk/sign-in',
]

for (const colorScheme of ['light', 'dark'] as const) {
  for (const prefix of wholeOrByTurns(colorScheme === 'light', 'pages in dark', [
    '/tc',
    '/sc',
    '/en',
  ])) {
    test(`axe finds nothing on any page type, ${prefix}, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(400_000)
      await page.emulateMedia({ colorScheme })
      for (const path of pageTypes) {
        await page.goto(`${prefix}${path}`)
        await expectAccessible(page)
      }
    })
  }
}

test('axe finds nothing at the desk, in any language, with errors shown', async ({ page }) => {
  test.setTimeout(400_000)
  await signInAs(page, 'reviewer')
  for (const prefix of ['/tc', '/sc', '/en']) {
    for (const path of ['/desk', '/desk/items/6-4.2', '/desk/items/6-d01']) {
      await page.goto(`${prefix}${path}`)
      if (path.includes('items')) {
        await page.locator('input[name="asOf"]').fill('')
        await save(page)
        await expect(page.locator('.desk-error').first()).toBeVisible()
      }
      await expectAccessible(page)
    }
  }
})
