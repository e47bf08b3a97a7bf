import { expect, test } from '../support/browser/page'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader goes from a citation to its source, to what else is based on it, and to what nothing is based on', async ({
    page,
  }) => {
    const main = page.locator('main')
    await page.goto('/en/projects/6-4.2')
    await main.locator('a[href="/en/sources/tkp-2024-04-27"]').last().click()
    await expect(page.locator('h1')).toHaveText('滬港15領域深度合作 共拓高質量發展')
    await expect(page.locator('h1 [lang]')).toHaveAttribute('lang', 'zh-Hant-HK')
    await expect(main).toContainText('look in the printed newspaper of 27 April 2024')
    await expect(main.locator('h3', { hasText: '34 projects' })).toBeVisible()
    await main.locator('details.slots summary').click()
    await expect(main.locator('details.slots a', { hasText: '6-u31' })).toBeVisible()
    await page.locator('.trail a[href="/en/sources"]').click()
    await main.locator('select[name="publisher"]').selectOption('HKSAR Government')
    await main.locator('select[name="cited"]').selectOption('no')
    await main.locator('form.filter button').click()
    await expect(page).toHaveURL(/publisher=HKSAR\+Government.*cited=no/)
    await expect(main.locator('.applied')).toContainText('Publisher: HKSAR Government')
    await main.locator('a[href="/en/sources/hksarg-2023-11-04"]').click()
    await expect(main).toContainText('Nothing in this register is based on this source.')
    // The day of which it is asked how things stood is told of no source.
    await page.goto('/en/sources/hksarg-2023-11-04?on=2025-01-01')
    await expect(page.locator('.past-band')).toContainText('does not show how things were on a day')
  })
})
