import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, inviteOfficer } from './page'

type Role = 'editor' | 'reviewer' | 'admin'
type Session = Parameters<ReturnType<Page['context']>['addCookies']>[0]

// One officer of each role signs in once: the desk refuses a sixth attempt in a minute, tests or not.
const sessions = new Map<Role, Session>()

/**
 * Signs the page's browser in as an officer of a role, at the desk of `prefix`. The first of each role is
 * invited on the command line, chooses a password by the link and signs in by the form.
 */
export async function signInAs(
  page: Page,
  role: Role,
  { prefix = '/en', side = 'HK' as 'HK' | 'SH' } = {},
): Promise<void> {
  const session = sessions.get(role)
  if (session) {
    await page.context().addCookies(session)
    await page.goto(`${prefix}/desk`)
  } else {
    await beginSession(page, role, side, prefix)
    await page.waitForURL(new RegExp(`${prefix}/desk(\\?|$)`))
    sessions.set(role, await page.context().cookies())
  }
  await expect(page).toHaveURL(new RegExp(`${prefix}/desk(\\?|$)`))
}

async function beginSession(page: Page, role: Role, side: 'HK' | 'SH', prefix: string) {
  const email = `${role}-${randomBytes(4).toString('hex')}@example.org`
  const password = randomBytes(12).toString('base64url')
  const link = inviteOfficer(email, { name: `${role} of ${side}`, role, side })
  await page.goto(new URL(link).pathname)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('input[name="again"]').fill(password)
  await page.locator('main form button[type="submit"]').click()
  await page.waitForURL(/sign-in/)
  await page.goto(`${prefix}/desk`)
  await page.locator('input[name="email"]').fill(email)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('main form button[type="submit"]').click()
}

/** Fills the update of an item, as far as given, on the page that is open. */
export async function fillUpdate(
  page: Page,
  update: {
    state: string
    asOf: string
    note?: Partial<Record<'zh-Hant' | 'zh-Hans' | 'en', string>>
    quote?: string
  },
): Promise<void> {
  await page.locator(`input[name="state"][value="${update.state}"]`).check()
  await page.locator('input[name="asOf"]').fill(update.asOf)
  for (const [language, text] of Object.entries(update.note ?? {})) {
    await page.locator(`textarea[name="note.${language}"]`).fill(text)
  }
  if (update.quote) {
    await page.locator('input[name="citation.source.kind"][value="existing"]').check()
    await page.locator('select[name="citation.source.slug"]').selectOption('caixin-2025-06-26')
    await page.locator('textarea[name="citation.quote"]').fill(update.quote)
  }
}

/** Presses the button that saves. */
export async function save(page: Page): Promise<void> {
  await page.locator('main button[name="intent"][value="save"]').click()
}
