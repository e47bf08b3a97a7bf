import { expectAccessible, expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/page'
import { wholeOrByTurns } from '../support/server/sample'

const editions = [
  { prefix: '/tc', title: '修訂紀錄', none: '沒有符合此篩選的修訂' },
  { prefix: '/sc', title: '修订记录', none: '没有符合此筛选的修订' },
  { prefix: '/en', title: 'Changes', none: 'No changes match these filters' },
]

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    for (const { prefix, title, none } of wholeOrByTurns(javaScriptEnabled, 'changes', editions)) {
      test(`the register’s changes are read by day, filtered, and followed to the revision, ${prefix}`, async ({
        page,
      }) => {
        await page.goto(prefix)
        await page.locator(`main a[href="${prefix}/changes"]`).click()
        await expect(page.locator('h1')).toHaveText(title)
        await expect(page.locator('main li[id^="change-"]')).toHaveCount(40)
        await page.locator('a[rel="next"]').click()
        await expect(page).toHaveURL(/before=\d+/)
        await page.locator('select[name="field"]').selectOption('6-4')
        await page.locator('select[name="kind"]').selectOption('project')
        await page.locator('form.filter button').click()
        await page.waitForURL(/field=6-4/)
        const rows = page.locator('main li[id^="change-"]')
        const texts = await rows.allTextContents()
        expect(texts).not.toEqual([])
        for (const text of texts) expect(text).toContain('6-4.')
        await rows.locator('a[href*="/revisions/"]').first().click()
        await expect(page).toHaveURL(new RegExp(`${prefix}/projects/6-4\\.\\d/revisions/\\d+$`))
        await page.goto(`${prefix}/changes?only=corrections&kind=person`)
        await expect(page.locator('main')).toContainText(none)
      })
    }
  })
}

test('bad values are dropped, never an error', async ({ page }) => {
  for (const query of [
    'before=0',
    'before=x',
    'kind=none',
    'field=%00',
    'party=..',
    'only=1',
    'field=6-4&field=6-5',
  ]) {
    expect((await page.request.get(`/en/changes?${query}`)).status(), query).toBe(200)
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the changes, and nothing runs off a telephone, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 360, height: 800 })
    for (const { prefix } of wholeOrByTurns(colorScheme === 'light', 'changes in dark', editions)) {
      await page.goto(`${prefix}/changes?kind=project&field=6-3`)
      await page.locator('main details summary').first().click()
      await expectAccessible(page)
      await expectNoSideways(page)
    }
  })
}
