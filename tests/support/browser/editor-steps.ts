import type { Browser, Page } from '@playwright/test'
import { expect } from './page'
import { officerIn, publish as publishAt } from './round-steps'

// What an editor of the register does in its forms.

/** Presses a button of the form: the one at its end. */
export async function press(page: Page, intent: 'save' | 'preview' | 'draft') {
  const before = page.url()
  await page.locator(`.desk-actions button[name="intent"][value="${intent}"]`).last().click()
  await page.waitForURL((url) => url.href !== before || intent === 'save')
}

/** Fills fields of the form by their names; of a list, chooses. */
export async function fill(page: Page, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`[name="${name}"]`)
    const isList = await field.evaluate((one) => one instanceof HTMLSelectElement)
    if (isList) await field.selectOption(value)
    else await field.fill(value)
  }
}

export async function cite(page: Page, row: string, slug: string, quote: string) {
  await page.locator(`[name="${row}.source.slug"]`).selectOption(slug)
  await page.locator(`[name="${row}.quote"]`).fill(quote)
}

/** Cites the source that was entered with the seventh session. */
export async function citeNewest(page: Page, row: string, quote: string) {
  const option = page.locator(`[name="${row}.source.slug"] option`, { hasText: 'Example Bureau' })
  await cite(page, row, (await option.first().getAttribute('value')) ?? '', quote)
}

/** Has a reviewer publish what the page says has been submitted. */
export async function publish(browser: Browser, page: Page, javaScriptEnabled: boolean) {
  const id = new URL(page.url()).searchParams.get('saved')
  const reviewer = await officerIn(browser, javaScriptEnabled, 'reviewer')
  await publishAt(reviewer, `/desk/submissions/${id}`)
  await reviewer.context().close()
}

export async function discardDraft(page: Page, path: string) {
  await page.goto(path)
  await page.locator('.desk-draft button').click()
  await expect(page.locator('.desk-draft')).toHaveCount(0)
}
