import { press, publish } from '../support/browser/editor-steps'
import { expect, test } from '../support/browser/own-register'
import { withAndWithoutScripts } from '../support/browser/scripts'
import { signInAs } from '../support/browser/sign-in'

test.use({ register: 'other-names' })

withAndWithoutScripts(({ item }) => {
  const slug = item('hkpm', 'shdc')

  test('an officer gives an organisation another name; signs that nobody sees are taken out, and told', async ({
    page,
    browser,
    javaScriptEnabled: js,
  }) => {
    await signInAs(page, 'editor', { prefix: '/tc' })
    await page.goto(`/tc/desk/register/organisation/${slug}`)
    const names = page.locator('[name="facts.also"]')
    await names.fill(`${await names.inputValue()}\n某\u200b某${slug}館`)
    await press(page, 'save')
    await expect(page).toHaveURL(/saved=/)
    await expect(page.locator('main [role="status"]').first()).toContainText('看不見的字元')
    await publish(browser, page, js ?? true)
    await page.goto(`/tc/search?q=${encodeURIComponent(`某某${slug}館`)}`)
    await expect(page.locator(`main a[href="/tc/organisations/${slug}"]`).first()).toBeVisible()
  })
})
