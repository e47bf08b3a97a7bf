import { expectAccessible, expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/page'
import { wholeOrByTurns } from '../support/server/sample'

const editions = [
  {
    prefix: '/tc',
    link: '公布與列明對照',
    gap: '公布的項目與刊出的內容相差31項',
    six: '六個重點合作領域',
  },
  {
    prefix: '/sc',
    link: '公布与列明对照',
    gap: '公布的项目与刊出的内容相差31项',
    six: '六个重点合作领域',
  },
  {
    prefix: '/en',
    link: 'Ledger',
    gap: 'The projects announced and the texts printed differ by 31',
    six: 'six key',
  },
] as const

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    for (const { prefix, link, gap, six } of wholeOrByTurns(
      javaScriptEnabled,
      'ledger',
      editions,
    )) {
      test(`a reader of ${prefix} follows the reckoning from a session to its sources and gaps`, async ({
        page,
      }) => {
        await page.goto(`${prefix}/conferences/6`)
        await page.locator('main a', { hasText: link }).click()
        await expect(page).toHaveURL(new RegExp(`${prefix}/conferences/6/ledger$`))
        const main = page.locator('main')
        for (const number of ['65', '34', '31', '20', '15'])
          await expect(main).toContainText(number)
        await expect(main).toContainText(gap)
        const first = main.locator('.ledger-source').first()
        await expect(first).toContainText('15個合作領域、共65個項目達成共識')
        await first.locator('summary').nth(1).click()
        await first.locator('a[href$="/projects/6-4.2"]').click()
        await expect(page).toHaveURL(/\/projects\/6-4\.2$/)
        await page.goto(`${prefix}/conferences/4/ledger`)
        await expect(main).toContainText(six)
        expect((await page.goto(`${prefix}/conferences/99/ledger`))?.status()).toBe(404)
      })
    }
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the ledger is accessible and fits a narrow screen, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 360, height: 740 })
    for (const { prefix } of wholeOrByTurns(colorScheme === 'light', 'ledger in dark', editions)) {
      await page.goto(`${prefix}/conferences/6/ledger`)
      for (const summary of await page.locator('main summary').all()) await summary.click()
      await expectAccessible(page)
      await expectNoSideways(page)
    }
  })
}
