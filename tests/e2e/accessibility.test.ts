import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../support/page'

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
  '/about',
  '/glossary',
  '/projects/6-99.9',
  '/desk/sign-in',
]

for (const colorScheme of ['light', 'dark'] as const) {
  for (const prefix of ['/tc', '/sc', '/en']) {
    test(`axe finds nothing on any page type, ${prefix}, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(180_000)
      await page.emulateMedia({ colorScheme })
      for (const path of pageTypes) {
        await page.goto(`${prefix}${path}`)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
          `${prefix}${path}`,
        ).toEqual([])
      }
    })
  }
}
