import { expect, type Page } from '@playwright/test'
import type { Edition } from './guide-editions'
import { openCitation } from './round-steps'
import { credentialsOf, signInAs } from './sign-in'
import { downloaded, type as typeInto, upload as uploadWorkbook } from './spreadsheet-steps'

// What the officers of the guide do, step by step, at the desk of its language.

/** Makes the officer the one who is signed in, whoever was before. */
export async function signIn(page: Page, person: Parameters<typeof signInAs>[1], prefix: string) {
  await page.context().clearCookies()
  await signInAs(page, person, { prefix })
}

/** Has the administrator give the officers the names that they have in the pictures. */
export async function rename(page: Page, { prefix, author, reviewer }: Edition) {
  await signIn(page, 'admin', prefix)
  for (const { person, name } of [author, reviewer]) {
    await page.goto(`${prefix}/desk/officers`)
    const row = page.locator('main tr', { hasText: credentialsOf(person).email })
    await row.locator('a').first().click()
    await page.locator('[name="name"]').fill(name)
    await page.locator('main form.desk-form button[type="submit"]').first().click()
    await page.waitForURL(/done=change/)
  }
}

/** Submits what is filled in. @returns the submission, which the address names by `key`. */
export async function submit(page: Page, key: string): Promise<string> {
  await page.locator('.desk-actions button[name="intent"][value="save"]').click()
  await page.waitForURL((url) => /^[0-9a-f-]{36}$/.test(url.searchParams.get(key) ?? ''))
  return new URL(page.url()).searchParams.get(key) ?? ''
}

/** Opens the account at the address to which passkeys are bound: a name, where the tests go by a number. */
export async function showAccount(page: Page, prefix: string) {
  await page.goto(`${prefix}/desk/account`)
  const named = new URL(page.url())
  named.hostname = 'localhost'
  const cookies = await page.context().cookies()
  await page.context().addCookies(cookies.map((cookie) => ({ ...cookie, domain: 'localhost' })))
  await page.goto(named.href)
}

export async function decide(page: Page, intent: 'publish' | 'return') {
  await page.locator(`button[name="intent"][value="${intent}"]`).click()
  await page.waitForURL(new RegExp(`done=${intent}`))
}

/** Types a note in the languages that are given; what follows a Chinese original does so by itself, or is proposed. */
export async function type(
  page: Page,
  note: Partial<Record<'zh-Hant' | 'zh-Hans' | 'en', string>>,
) {
  for (const [language, text] of Object.entries(note)) {
    await page.locator(`[name="note.${language}"]`).fill(text)
  }
  if (note['zh-Hans']) {
    await page.locator('[name="original"][value="zh-Hans"]').check()
    await page.locator('button[value="propose.note.zh-Hant"]').click()
    await expect(page.locator('[name="note.zh-Hant"]')).toHaveValue(/./)
  } else if (note['zh-Hant']) {
    await expect(page.locator('[name="note.zh-Hans"]')).toHaveValue(/./)
  }
}

/** Fills the statement form that is open with what rests on the new source, or on it as the register holds it by now. */
export async function fillStatement(page: Page, edition: Edition, { isHeld = false } = {}) {
  await page.locator('[name="state"][value="in_progress"]').check()
  await page.locator('[name="asOf"]').fill('2025-05-12')
  await page.locator('[name="assertedBy"]').selectOption('press')
  await type(page, edition.first)
  await openCitation(page)
  const source = (name: string) => page.locator(`[name="citations.0.source.${name}"]`)
  await page.locator('[name="citations.0.source.kind"][value="new"]').check()
  await source('url').fill(edition.source.url)
  if (isHeld) {
    // The register holds the address, and offers its source.
    await page.locator('.desk-if-new button').click()
    await expect(page.locator('[name="citations.0.source.kind"][value="existing"]')).toBeChecked()
  } else {
    await source('publisher').fill(edition.source.publisher)
    await source('title').fill(edition.source.title)
    await source('publishedOn').fill('2025-05-13')
    await source('sourceKind').selectOption('newspaper')
    await source('language').selectOption(edition.language)
  }
  await page.locator('[name="citations.0.quote"]').fill(edition.quotes[0])
}

/** Fills the form that itemises a slot, which is found in the list of slots. */
export async function itemise(
  page: Page,
  { prefix, slot, field, language, itemised, source }: Edition,
) {
  await page.goto(`${prefix}/desk/register?q=${slot}`)
  await page.locator(`main table a[href*="${slot}?itemise"]`).click()
  // The list is searched by a script: what is chosen before that runs would be lost.
  await expect(page.locator('.editor-find').first()).toBeVisible()
  await page.locator('[name="facts.field"]').selectOption(field)
  await page.locator(`[name="texts.title.${language}.body"]`).fill(itemised.title)
  await page.locator(`[name="texts.text.${language}.body"]`).fill(itemised.text)
  for (const part of ['title', 'text']) {
    await page.locator(`[name="texts.${part}.${language}.origin"]`).selectOption('as_printed')
  }
  const option = page.locator('[name="citations.3.source.slug"] option', {
    hasText: source.publisher,
  })
  await page
    .locator('[name="citations.3.source.slug"]')
    .selectOption((await option.first().getAttribute('value')) ?? '')
  await page.locator('[name="citations.3.quote"]').fill(itemised.text)
}

/** Downloads a field, changes a cell, spoils another, and uploads the file, until it has been checked. */
export async function upload(page: Page, { prefix, sheet, language, cell, notAState }: Edition) {
  const workbook = await downloaded(page, prefix, { scope: 'field', field: sheet.field })
  typeInto(workbook, sheet.changed, `title.${language}`, cell)
  typeInto(workbook, sheet.refused, 'state', notAState)
  await uploadWorkbook(page, prefix, workbook, `${sheet.field}.xlsx`)
}
