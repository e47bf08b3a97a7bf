import type { Page } from '@playwright/test'
import { oneTimeCode } from '../desk/one-time-code'
import { filledFolder, type OwnFolder } from '../server/filled-folder'
import { expect, test } from './page'
import { type RunningServer, runServer } from './run-server'

/** What everybody in these registers chooses. */
export const password = 'harbour tunnel lantern'
export const admin = 'admin@localhost.localdomain'

/**
 * A register of the file that calls it, with its accounts: its first administrator has not signed in yet. It
 * is served under a name, since browsers make no passkey for a bare address, and its clock can be put ahead.
 */
export function peopleRegister(name: string) {
  let register: OwnFolder
  let server: RunningServer
  /** Milliseconds by which the register's clock is ahead. */
  let ahead = 0
  /** The cookies of the administrator's session. */
  let session: Parameters<ReturnType<Page['context']>['addCookies']>[0] = []

  test.beforeAll(async () => {
    register = await filledFolder(name)
    await serve({})
  })
  test.afterAll(async () => {
    await server.stop()
    register.remove()
  })

  async function serve(variables: Record<string, string>) {
    const own = { DATA_DIR: register.folder, HOST: 'localhost', ...variables }
    server = await runServer(own, { movableClock: true })
    await server.putAhead(ahead)
  }

  /** Puts the register's clock further ahead. */
  async function pass(seconds: number) {
    ahead += seconds * 1000
    await server.putAhead(ahead)
  }

  const at = (pathname: string) => `${server.address}${pathname}`

  /** Gives address and password, and waits for the desk, for the question after a code or for a refusal. */
  async function giveCredentials(page: Page, email: string, typed = password) {
    await page.goto(at('/en/desk/sign-in'))
    await page.locator('input[name="email"]').fill(email)
    await page.locator('input[name="password"]').fill(typed)
    await submit(page).click()
    await expect(page.locator('.desk-nav, #code, main [role="alert"]').first()).toBeVisible()
  }

  return {
    at,
    pass,
    giveCredentials,

    async restart(variables: Record<string, string>) {
      await server.stop()
      await serve(variables)
    },

    /** A code that the register has not taken yet and takes for half a minute from now: each is taken once. */
    async nextCode(secret: string): Promise<string> {
      await pass(30)
      return oneTimeCode(secret, ahead / 30_000)
    },

    /** Has the first administrator follow the link that the server printed, and sign in. */
    async signInFirst(page: Page) {
      const [invitation = ''] = /http\S+\/desk\/password\/\S+/.exec(server.output()) ?? []
      await choosePassword(page, invitation)
      await giveCredentials(page, admin)
      session = await page.context().cookies()
    },

    /** Makes the administrator, who has signed in before, the one who is signed in. */
    async asAdmin(page: Page) {
      await page.context().addCookies(session)
    },

    /** Adds an officer at the desk; gives the link that the page shows. */
    async addOfficer(page: Page, name: string, email: string, role: string): Promise<string> {
      await page.goto(at('/en/desk/officers'))
      await page.locator('#officer-name').fill(name)
      await page.locator('#officer-email').fill(email)
      await page.locator(`input[name="role"][value="${role}"]`).check()
      await page.locator('main form button.button').click()
      return page.locator('#one-time-link').inputValue()
    },
  }
}

export const submit = (page: Page) => page.locator('main form button[type="submit"]').first()

export async function choosePassword(page: Page, link: string) {
  await page.goto(link)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('input[name="again"]').fill(password)
  await submit(page).click()
  await page.waitForURL(/sign-in/)
}
