import type { Locator, Page } from '@playwright/test'
import { changeInTwoWindows, discardDraft } from '../support/browser/editor-steps'
import { expectAccessible } from '../support/browser/looks'
import { expect, test } from '../support/browser/own-register'
import {
  fillStatement,
  officerIn,
  publishWaiting,
  save,
  submit,
  submitStatement,
} from '../support/browser/round-steps'
import { withAndWithoutScripts } from '../support/browser/scripts'
import { credentialsOf, signInAs } from '../support/browser/sign-in'

test.use({ register: 'desk' })

test('from sign-in to submitted, in few clicks and seconds', async ({ page, browser }) => {
  await signInAs(page, 'editor')
  const { email, password } = credentialsOf('editor')
  const context = await browser.newContext()
  const fresh = await context.newPage()
  const counted = countClicks(fresh)
  await fresh.goto('/en/desk')
  const begun = Date.now()
  await counted.type(fresh.locator('input[name="email"]'), email)
  await counted.type(fresh.locator('input[name="password"]'), password)
  await counted.click(fresh.locator('main form button[type="submit"]'))
  await fresh.waitForURL(/\/desk$/)
  const title = 'Standing co-operation on urban construction'
  await counted.click(fresh.locator('#items a[data-open]', { hasText: title }).first())
  await counted.click(fresh.locator('input[name="state"][value="in_progress"]'))
  await counted.type(fresh.locator('textarea[name="note.zh-Hant"]'), '雙方舉行了首次工作會議。')
  await counted.type(fresh.locator('textarea[name="note.en"]'), 'The sides held a first meeting.')
  await counted.select(fresh.locator('select[name="citations.0.source.slug"]'), 'caixin-2025-06-26')
  await counted.type(fresh.locator('textarea[name="citations.0.quote"]'), 'the sides met')
  await counted.click(fresh.locator('main button[name="intent"][value="save"]'))
  await fresh.waitForURL(/saved=submitted/)
  const seconds = (Date.now() - begun) / 1000
  const { clicks, keys } = counted.sum()
  const said = `From sign-in to submitted: ${clicks} clicks, ${keys} keystrokes, ${seconds.toFixed(1)} s`
  test.info().annotations.push({ type: 'walkthrough', description: said })
  console.log(said)
  expect(clicks).toBeLessThanOrEqual(15)
  expect(seconds).toBeLessThan(120)
  // What happens next is said, and the next item offered.
  await expect(fresh.locator('main')).toContainText('Another person reviews it')
  await expect(fresh.locator('main a[href*="/en/desk/items/6-"]').first()).toBeVisible()
  await context.close()
})

/** Counts what an officer does: a click on each thing touched, and the keys pressed. */
function countClicks(page: Page) {
  let [clicks, keys] = [0, 0]
  return {
    async click(what: Locator) {
      clicks += 1
      await what.click()
    },
    async type(where: Locator, words: string) {
      clicks += 1
      keys += [...words].length
      await where.click()
      await page.keyboard.insertText(words)
    },
    async select(what: Locator, value: string) {
      clicks += 2
      await what.selectOption(value)
    },
    sum: () => ({ clicks, keys }),
  }
}

test('what is typed is there again after the tab was closed', async ({ page, context }) => {
  await signInAs(page, 'editor')
  await page.goto('/en/desk/items/6-1.2')
  await expect(page.getByText('saved automatically as a draft')).toBeVisible()
  await page.locator('textarea[name="note.en"]').fill('Half a sentence, then the telephone')
  await expect(page.getByText(/^Draft saved \d\d:\d\d$/)).toBeVisible()
  await page.close()
  const again = await context.newPage()
  await again.goto('/en/desk')
  await again.locator('#drafts a[data-open]', { hasText: '6-1.2' }).click()
  await expect(again.locator('.desk-draft')).toContainText('You have a draft')
  await expect(again.locator('textarea[name="note.en"]')).toHaveValue(
    'Half a sentence, then the telephone',
  )
  await discardDraft(again, '/en/desk/items/6-1.2')
  await expect(again.locator('textarea[name="note.en"]')).toHaveValue('')
  await again.goto('/en/desk')
  await expect(again.locator('#drafts')).not.toContainText('6-1.2')
})

test.describe('without a network', () => {
  test.use({
    expectedNoise: [[/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/], { scope: 'test' }],
  })

  test('where the server cannot be reached it is said, tried again, and nothing is sent in vain', async ({
    page,
    context,
  }) => {
    await signInAs(page, 'editor')
    await page.goto('/en/desk/items/6-2.2')
    await expect(page.getByText('saved automatically as a draft')).toBeVisible()
    await context.setOffline(true)
    const note = page.locator('textarea[name="note.en"]')
    await note.fill('Typed in a tunnel')
    await expect(page.locator('.desk-autosave .desk-error')).toContainText('cannot be reached')
    await save(page)
    await expect(note).toHaveValue('Typed in a tunnel')
    await context.setOffline(false)
    await expect(page.getByText(/^Draft saved \d\d:\d\d$/)).toBeVisible({ timeout: 40_000 })
    await page.reload()
    await expect(note).toHaveValue('Typed in a tunnel')
  })

  test('what is sent on a line that breaks stays on the page until it is kept', async ({
    page,
  }) => {
    await signInAs(page, 'editor')
    await page.goto('/en/desk/items/6-13.1')
    await expect(page.getByText('saved automatically as a draft')).toBeVisible()
    // The browser believes that it has a network.
    await page.route('**/desk/items/**', (route) => route.abort())
    const note = page.locator('textarea[name="note.en"]')
    await note.fill('Sent on a broken line')
    await save(page)
    await expect(page.locator('.desk-autosave .desk-error')).toContainText('cannot be reached')
    await expect(note).toHaveValue('Sent on a broken line')
  })

  test('an act that fails on its way is said in the reader’s language, and the words are there again', async ({
    page,
  }) => {
    await signInAs(page, 'editor')
    for (const [prefix, title, again] of [
      ['/tc', '未能完成', '重新載入'],
      ['/sc', '操作未完成', '重新加载'],
      ['/en', 'Sorry, this did not work', 'Load again'],
    ] as const) {
      await page.goto(`${prefix}/desk/items/6-7.2`)
      await expect(page.locator('.desk-autosave .desk-hint')).toBeVisible()
      const note = page.locator('textarea[name="note.en"]')
      await note.fill(`Sent from ${prefix}`)
      await expect(page.locator('.desk-autosave .desk-hint')).toContainText(/\d\d:\d\d/)
      await page.route('**/desk/items/**', (route) =>
        route.request().method() === 'POST' ? route.abort() : route.continue(),
      )
      await save(page)
      await expect(page.locator('h1')).toHaveText(title)
      await expectAccessible(page)
      await page.unroute('**/desk/items/**')
      await page.getByRole('button', { name: again }).click()
      await expect(note).toHaveValue(`Sent from ${prefix}`)
    }
  })
})

withAndWithoutScripts(({ javaScriptEnabled, item }) => {
  test('a draft is kept by its button, and says what has changed since', async ({
    page,
    browser,
  }) => {
    const reference = item('6-6.3', '6-1.3')
    await signInAs(page, 'editor')
    await page.goto(`/en/desk/items/${reference}`)
    await fillStatement(page, {
      state: 'completed',
      asOf: '2025-10-20',
      note: { en: 'My draft' },
      quote: 'offshore',
    })
    await page.locator('main button[name="intent"][value="draft"]').click()
    await expect(page).toHaveURL(/saved=draft/)
    await expect(page.locator('textarea[name="note.en"]')).toHaveValue('My draft')

    const note = page.locator('textarea[name="note.en"]')
    const left = page.locator('[id="note.en-left"]')
    await expect(left).toContainText(javaScriptEnabled ? '1,992 characters left' : 'At most 2,000')
    await note.fill('x'.repeat(2_010))
    await save(page)
    await expect(page.locator('.desk-alert a[href="#note.en"]')).toBeVisible()
    await expect(left).toContainText('10 characters too many')
    await expect(note).toHaveValue('x'.repeat(2_010))
    await note.fill('My draft')

    const second = await page.context().newPage()
    await second.goto(`/en/desk/items/${reference}`)
    await changeInTwoWindows(page, second, 'note.en', ['In the first window', 'My draft'])
    await second.close()

    const author = await officerIn(browser, javaScriptEnabled, 'shanghaiEditor')
    await submitStatement(author, reference, { note: { en: 'Said by another meanwhile' } })
    const reviewer = await officerIn(browser, javaScriptEnabled, 'reviewer')
    await publishWaiting(reviewer, reference)

    await page.goto(`/en/desk/items/${reference}`)
    await expect(page.locator('.desk-draft')).toContainText('Said by another meanwhile')
    await expect(page.locator('textarea[name="note.en"]')).toHaveValue('My draft')
    await expect(page.locator('input[name="state"][value="completed"]')).toBeChecked()
    await submit(page)
    await page.goto('/en/desk')
    await expect(page.locator('#drafts')).not.toContainText(reference)
    await expect(page.locator('#waiting')).toContainText(reference)
    await author.context().close()
    await reviewer.context().close()
  })

  test('the list is narrowed by its filter, counted, and widened again', async ({ page }) => {
    await signInAs(page, 'editor')
    await page.goto('/en/desk')
    const rows = page.locator('#items tbody tr')
    const all = await rows.count()
    await page.locator('#items select[name="kind"]').selectOption('document')
    await page.locator('#items input[name="q"]').fill('letter')
    await page.locator('#items form.filter button[type="submit"]').click()
    // All of the page, or the rows are counted that have come so far.
    await page.waitForURL(/kind=document.*#items$/)
    const narrowed = await rows.count()
    expect(narrowed).toBeGreaterThan(0)
    expect(narrowed).toBeLessThan(all)
    await expect(page.locator('#items-title')).toContainText(`(${narrowed})`)
    expect(await rows.locator('.reference').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/-[dm]\d/)]),
    )
    // The other languages show the same list.
    await page.locator('.languages a').first().click()
    await expect(page).toHaveURL(/\/tc\/desk\?.*kind=document/)
    await expect(rows).toHaveCount(narrowed)
    await page.locator('#items .applied a').first().click()
    await page.locator('#items .applied a').first().click()
    await expect(rows).toHaveCount(all)
    await page.goto('/en/desk?q=nosuchwordanywhere')
    await expect(page.locator('#items')).toContainText('No items match')
  })

  test('what was published since is news until it is marked as seen', async ({ page, browser }) => {
    const reference = item('6-14.1', '6-7.2')
    await signInAs(page, 'shanghaiEditor')
    await submitStatement(page, reference, { note: { en: 'News of the day' } })
    const reviewer = await officerIn(browser, javaScriptEnabled, 'reviewer')
    await publishWaiting(reviewer, reference)
    await page.goto('/en/desk')
    const news = page.locator('#published')
    await news.locator('a[data-open]', { hasText: reference }).first().click()
    await expect(page).toHaveURL(new RegExp(`/en/projects/${reference}/history#revision-3$`))
    await page.goto('/en/desk')
    await news.locator('form button').click()
    await expect(page.locator('main')).toContainText('Marked as seen')
    await expect(news).toContainText('Nothing has been published since')
    await page.goto('/en/desk')
    await expect(news).toContainText('Nothing has been published since')
    await reviewer.context().close()
  })
})

test('keys lead through the rows, do nothing in a field, and can be turned off', async ({
  page,
}) => {
  await signInAs(page, 'reviewer')
  await page.goto('/en/desk')
  await expect(page.getByRole('button', { name: /Keys/ })).toBeVisible()
  const links = page.locator('[data-row] [data-open]')
  await page.keyboard.press('j')
  await expect(links.nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(links.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(links.nth(0)).toBeFocused()
  await page.keyboard.press('/')
  await expect(page.locator('#filter-q')).toBeFocused()
  await page.keyboard.type('jk/?')
  await expect(page.locator('#filter-q')).toHaveValue('jk/?')
  await page.locator('h1').click()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('checkbox').uncheck()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
  await page.reload()
  await expect(page.getByRole('button', { name: /Keys/ })).toBeVisible()
  await page.keyboard.press('j')
  await expect(links.nth(0)).not.toBeFocused()
  await page.getByRole('button', { name: /Keys/ }).click()
  await dialog.getByRole('checkbox').check()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  const row = page.locator('#items [data-row]').first()
  await row.locator('[data-open]').focus()
  await page.keyboard.press('u')
  await expect(page).toHaveURL(/\/en\/desk\/items\//)
})
