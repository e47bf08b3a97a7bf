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

/** Discards the draft of the form at this path, which is asked first. */
export async function discardDraft(page: Page, path: string) {
  await page.goto(path)
  await page.locator('.desk-draft a[href*="/desk/draft?"]').click()
  await expect(page.locator('main')).toContainText(/cannot be undone|無法復原|无法恢复/)
  await page.locator('main form button').click()
  await expect(page.locator('.desk-draft')).toHaveCount(0)
}

/**
 * Changes one field of a draft in two windows that began alike: what the second keeps is refused with both
 * texts, stays by its choice, and then the first is asked in its turn and takes the second's.
 * @param words of the first window, null where it has kept its own already, and of the second.
 */
export async function changeInTwoWindows(
  first: Page,
  second: Page,
  name: string,
  [one, other]: [string | null, string],
) {
  const moved = (page: Page) => page.locator('.draft-moved')
  const field = (page: Page) => page.locator(`textarea[name="${name}"]`)
  const button = (page: Page) =>
    page.locator('.desk-actions button[name="intent"][value="draft"]').last()
  async function keep(page: Page) {
    const before = page.url()
    await button(page).click()
    await page.waitForURL((url) => url.href !== before)
  }
  const kept = one ?? (await field(first).inputValue())
  if (one !== null) {
    await field(first).fill(one)
    await keep(first)
  }
  const late = `${other}, in the second window`
  await field(second).fill(late)
  await button(second).click()
  await expect(moved(second)).toContainText(kept)
  await expect(moved(second)).toContainText(late)
  await expect(field(second)).toHaveValue(late)
  await moved(second).locator('button[value^="keep:"]').click()
  await expect(moved(second)).toHaveCount(0)
  await expect(field(second)).toHaveValue(late)
  await field(first).fill('Given up')
  await button(first).click()
  await expect(moved(first)).toContainText(late)
  await moved(first).locator('button[value^="take:"]').click()
  await expect(moved(first)).toHaveCount(0)
  await expect(field(first)).toHaveValue(late)
  await field(first).fill(other)
  await keep(first)
}
