import { expectAccessible, expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/own-register'
import {
  decide,
  officerIn,
  openReview,
  publish,
  submitStatement,
} from '../support/browser/round-steps'
import { signInAs } from '../support/browser/sign-in'
import { downloaded, submitImport, type, upload } from '../support/browser/spreadsheet-steps'

test.use({ register: 'exchange' })

// Rounds of several officers, on a machine that may be slow.
test.describe.configure({ timeout: 400_000 })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test('a field goes out, comes back changed, is submitted, and is public once another has published it', async ({
      browser,
    }) => {
      const reference = javaScriptEnabled ? '6-12.1' : '6-13.1'
      const field = reference.split('.')[0] ?? ''
      const words = `Opened to ${javaScriptEnabled ? 'many' : 'all'}`
      const context = await browser.newContext({ javaScriptEnabled })
      const page = await context.newPage()
      await signInAs(page, 'editor')
      const workbook = await downloaded(page, '/en', { scope: 'field', field })
      await upload(page, '/en', workbook)
      await expect(page.locator('.exchange-row')).toHaveCount(0)
      await expect(page.locator('button[value="apply"]')).toHaveCount(0)

      type(workbook, reference, 'title.en', words)
      type(workbook, reference, 'state', 'no such state')
      await upload(page, '/en', workbook)
      await expect(page.locator('.exchange-refused')).toContainText('Status')

      const again = await downloaded(page, '/en', { scope: 'field', field })
      type(again, reference, 'title.en', words)
      await upload(page, '/en', again)
      await expect(page.locator('.exchange-changes > div')).toHaveCount(1)
      await expect(page.locator('.exchange-changes ins')).toContainText(words)
      await submitImport(page)
      await expect(page.locator('main [role="status"]')).toContainText('review')
      await expect(page.locator('.exchange-summary caption')).toContainText('submitted')
      await expect(page.locator('main')).not.toContainText('nothing has been changed yet')

      const other = await browser.newContext({ javaScriptEnabled })
      const reviewer = await other.newPage()
      await signInAs(reviewer, 'reviewer')
      await openReview(reviewer, reference)
      await decide(reviewer, 'publish')
      await reviewer.waitForURL(/done=publish/)
      await reviewer.goto(`/en/projects/${reference}`)
      await expect(reviewer.locator('h1')).toContainText(words)
      await context.close()
      await other.close()
    })

    test('what another has published meanwhile in the same cell is decided on the page', async ({
      browser,
    }) => {
      const reference = javaScriptEnabled ? '6-14.1' : '6-15.1'
      const field = reference.split('.')[0] ?? ''
      const page = await officerIn(browser, javaScriptEnabled, 'editor')
      const workbook = await downloaded(page, '/en', { scope: 'field', field })

      const rival = await officerIn(browser, javaScriptEnabled, 'shanghaiEditor')
      const path = await submitStatement(rival, reference, {
        state: 'ongoing',
        asOf: '2025-07-01',
        note: { en: 'Theirs' },
      })
      const reviewer = await officerIn(browser, javaScriptEnabled, 'reviewer')
      await publish(reviewer, path)

      type(workbook, reference, 'note.en', 'Mine')
      await upload(page, '/en', workbook)
      const conflict = page.locator('.exchange-conflict')
      await expect(conflict.first()).toContainText('Theirs')
      await expect(conflict.first()).toContainText('Mine')
      await expect(page.locator('button[value="apply"]')).toHaveCount(0)
      await page.locator(`input[name="decide:${reference} note.en"][value="mine"]`).check()
      await page.locator('button[value="save"]').click()
      await page.waitForURL(/done=save/)
      await expect(
        page.locator(`input[name="decide:${reference} note.en"][value="mine"]`),
      ).toBeChecked()
      await expect(page.locator('.exchange-changes ins')).toContainText(['Mine'])
      for (const one of [page, rival, reviewer]) await one.context().close()
    })
  })
}

for (const prefix of ['/tc', '/sc', '/en']) {
  test(`axe finds nothing on the pages of spreadsheets, and nothing runs off a telephone, ${prefix}`, async ({
    page,
  }) => {
    await signInAs(page, 'editor')
    const workbook = await downloaded(page, prefix, { scope: 'conference', conference: '6' })
    type(workbook, '6-11.1', 'title.en', `Seen ${prefix}`)
    type(workbook, '6-11.2', 'asOf', '99')
    type(workbook, '6-u31', 'field', '6-4')
    type(workbook, '6-u31', 'title.en', 'A title alone')
    await page.setViewportSize({ width: 360, height: 800 })
    await page.goto(`${prefix}/desk/exchange`)
    await expectAccessible(page)
    await upload(page, prefix, workbook)
    // A placeholder entry that is given a field and a title still lacks its text and its source.
    await expect(page.locator('.exchange-row', { hasText: '6-u31' }).locator('li')).toHaveCount(2)
    await expectAccessible(page)
    await expectNoSideways(page)
  })
}
