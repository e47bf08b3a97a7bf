import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/own-register'
import { signInAs } from '../support/sign-in'

test.use({ register: 'hydration' })

// On a slow line an officer begins before the scripts have come. What they typed and chose must stay.

/** Opens a page with its scripts held back, does what an officer does, and lets the scripts come. */
async function before(page: Page, path: string, act: () => Promise<void>): Promise<void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'commit' })
  await act()
  release()
}

/** Waits until the scripts have taken the form over. */
async function taken(control: Locator): Promise<void> {
  await expect
    .poll(() =>
      control.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps'))),
    )
    .toBe(true)
}

test('what is chosen and typed in the editor before the scripts have come is kept', async ({
  page,
}) => {
  await signInAs(page, 'editor')
  const field = page.locator('select[name="facts.field"]')
  const title = page.locator('[name="texts.title.en.body"]')
  await before(page, '/en/desk/register/project/6-u11?itemise=1', async () => {
    await field.selectOption('6-4')
    await title.fill('Before the scripts')
  })
  await expect(page.locator('.editor-find').first()).toBeVisible()
  await taken(field)
  await expect(field).toHaveValue('6-4')
  await expect(title).toHaveValue('Before the scripts')
  // It is what goes to the server.
  await page.locator('.desk-actions button[name="intent"][value="draft"]').last().click()
  await expect(page.locator('main')).toContainText('Your draft is kept')
  await page.reload()
  await expect(field).toHaveValue('6-4')
})

test('what is chosen and typed in an update before the scripts have come is kept', async ({
  page,
}) => {
  await signInAs(page, 'editor')
  const state = page.locator('input[name="state"][value="completed"]')
  const by = page.locator('select[name="assertedBy"]')
  const note = page.locator('textarea[name="note.en"]')
  const source = page.locator('select[name="citation.source.slug"]')
  await before(page, '/en/desk/items/6-8.1', async () => {
    await state.check()
    await by.selectOption('press')
    await note.fill('Before the scripts')
    await source.selectOption('caixin-2025-06-26')
  })
  for (const control of [state, by, note, source]) await taken(control)
  await expect(state).toBeChecked()
  await expect(by).toHaveValue('press')
  await expect(note).toHaveValue('Before the scripts')
  await expect(source).toHaveValue('caixin-2025-06-26')
})
