import type { Browser, Page } from '@playwright/test'
import { expect } from './page'
import { type Person, signInAs } from './sign-in'

// What officers do at the desk until a submission is public.

type StatementValues = {
  state: string
  asOf: string
  assertedBy?: string
  note?: Partial<Record<'zh-Hant' | 'zh-Hans' | 'en', string>>
  quote?: string
}

/** An officer at the desk of `prefix`, in a browser of their own. */
export async function officerIn(
  browser: Browser,
  javaScriptEnabled: boolean,
  person: Person,
  prefix = '/en',
): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, locale: 'zh-HK' })
  const page = await context.newPage()
  await signInAs(page, person, { prefix })
  return page
}

/** Fills the statement form of an item, as far as given, on the page that is open. */
export async function fillStatement(page: Page, values: StatementValues): Promise<void> {
  await page.locator(`input[name="state"][value="${values.state}"]`).check()
  await page.locator('input[name="asOf"]').fill(values.asOf)
  if (values.assertedBy) {
    await page.locator('select[name="assertedBy"]').selectOption(values.assertedBy)
  }
  for (const [language, text] of Object.entries(values.note ?? {})) {
    await page.locator(`textarea[name="note.${language}"]`).fill(text)
  }
  if (values.quote) {
    await openCitation(page)
    await page.locator('input[name="citations.0.source.kind"][value="existing"]').check()
    await page.locator('select[name="citations.0.source.slug"]').selectOption('caixin-2025-06-26')
    await page.locator('textarea[name="citations.0.quote"]').fill(values.quote)
  }
}

/** Unfolds the first citation of the statement form, where one is carried over. */
export async function openCitation(page: Page): Promise<void> {
  const folded = page.locator('.desk-citation:not([open]) > summary').first()
  if (await folded.isVisible()) await folded.click()
}

/** Confirms for the officer's side the statement of the item that is open at the desk, once it is asked. */
export async function confirm(page: Page): Promise<void> {
  await page.locator('section[aria-labelledby="confirmation"] a[href$="say=confirm"]').click()
  await page.locator('main form button[type="submit"]').click()
  await page.waitForURL(/saved=confirmed/)
}

/** Presses the button that submits. */
export async function save(page: Page): Promise<void> {
  await page.locator('main button[name="intent"][value="save"]').click()
}

/** As `save`, and waits until it is submitted. @throws with what the page says instead. */
export async function submit(page: Page): Promise<void> {
  await save(page)
  await page.waitForURL(/saved=submitted/, { timeout: 60_000 }).catch(async () => {
    throw new Error(`Not submitted: ${await page.locator('body').ariaSnapshot()}`)
  })
}

/** Submits a statement on an item. @returns as `submitted`. */
export async function submitStatement(
  page: Page,
  reference: string,
  values: Partial<StatementValues> = {},
  prefix = '/en',
): Promise<string> {
  await page.goto(`${prefix}/desk/items/${reference}`)
  await fillStatement(page, {
    state: 'in_progress',
    asOf: '2025-10-20',
    quote: 'offshore',
    ...values,
  })
  await submit(page)
  return submitted(page)
}

/** The path of the submission of which the page says that it was submitted, without its language. */
export function submitted(page: Page): string {
  return `/desk/submissions/${new URL(page.url()).searchParams.get('as')}`
}

/** Opens what waits for review of an item, from the desk. */
export async function openReview(page: Page, reference: string): Promise<void> {
  await page.goto('/en/desk?show=toReview')
  await page.locator('#toReview a[data-open]', { hasText: reference }).first().click()
  await page.waitForURL(/\/desk\/submissions\//)
}

/** Decides on the submission that is open. */
export async function decide(
  page: Page,
  intent: 'publish' | 'agree' | 'approve' | 'return' | 'withdraw' | 'move' | 'cancel',
  why = '',
): Promise<void> {
  if (why) await page.locator('textarea[name="returnReason"]').fill(why)
  await page.locator(`main button[name="intent"][value="${intent}"]`).click()
}

/** Publishes the submission at a path, and waits until that is said: on the desk, or above the next one. */
export async function publish(reviewer: Page, path: string, prefix = '/en'): Promise<void> {
  await reviewer.goto(`${prefix}${path}`)
  await decide(reviewer, 'publish')
  await reviewer.waitForURL(/done=publish/)
}

/** Publishes what waits for review of an item, from the desk. */
export async function publishWaiting(reviewer: Page, reference: string): Promise<void> {
  await openReview(reviewer, reference)
  await decide(reviewer, 'publish')
  await expect(reviewer).toHaveURL(/[?&]done=/)
}
