import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, inviteOfficer } from './page'

const people = {
  editor: { role: 'editor', side: 'HK' },
  shanghaiEditor: { role: 'editor', side: 'SH' },
  reviewer: { role: 'reviewer', side: 'HK' },
  secondReviewer: { role: 'reviewer', side: 'SH' },
  admin: { role: 'admin', side: 'HK' },
} as const
export type Person = keyof typeof people
type Cookies = Parameters<ReturnType<Page['context']>['addCookies']>[0]
type Known = { email: string; password: string; cookies: Cookies }

// Each signs in once: hashing a password takes its time.
const known = new Map<Person, Known>()

/**
 * Signs the page's browser in as one of the tests' officers, at the desk of `prefix`. At first they are
 * invited on the command line, choose a password by the link and sign in by the form.
 */
export async function signInAs(
  page: Page,
  person: Person,
  { prefix = '/en' }: { prefix?: string } = {},
): Promise<void> {
  const before = known.get(person)
  if (before) {
    await page.context().addCookies(before.cookies)
    await page.goto(`${prefix}/desk`)
  } else {
    const credentials = await invite(page, person)
    await signInByForm(page, credentials, prefix)
    known.set(person, { ...credentials, cookies: await page.context().cookies() })
  }
  await expect(page).toHaveURL(new RegExp(`${prefix}/desk(\\?|$)`))
}

/** What one of the tests' officers, who has signed in before, types to sign in. */
export function credentialsOf(person: Person): { email: string; password: string } {
  const found = known.get(person)
  if (!found) throw new Error(`The ${person} has not signed in yet.`)
  return found
}

async function invite(page: Page, person: Person) {
  const { role, side } = people[person]
  const email = `${person}-${randomBytes(4).toString('hex')}@example.org`.toLowerCase()
  const password = randomBytes(12).toString('base64url')
  const link = await inviteOfficer(email, { name: `${role} of ${side}`, role, side })
  await page.goto(new URL(link).pathname)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('input[name="again"]').fill(password)
  await page.locator('main form button[type="submit"]').click()
  await page.waitForURL(/sign-in/)
  return { email, password }
}

/** Signs in by the form. */
async function signInByForm(
  page: Page,
  { email, password }: { email: string; password: string },
  prefix: string,
): Promise<void> {
  await page.goto(`${prefix}/desk`)
  await page.locator('input[name="email"]').fill(email)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('main form button[type="submit"]').click()
  await page.waitForURL(new RegExp(`${prefix}/desk(\\?|$)`))
}
