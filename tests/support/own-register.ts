import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base } from './page'
import { runServer } from './run-server'

export { expect } from './page'

/**
 * The tests' `test` on a register of its own, for what would change the counts that other tests read. One for
 * each worker, as seeded when the first of its tests begins.
 */
export const test = base.extend<object, { ownRegister: string }>({
  ownRegister: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
    async ({}, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'register-own-'))
      const server = await runServer({ DATA_DIR: folder })
      const shared = process.env.SERVED_DATA_DIR
      process.env.SERVED_DATA_DIR = folder
      await use(server.address)
      process.env.SERVED_DATA_DIR = shared
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ ownRegister }, use) => use(ownRegister),
})
