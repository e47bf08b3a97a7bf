import { filledFolder } from '../server/filled-folder'
import { test as base } from './page'
import { type RunningServer, runServer } from './run-server'

export { expect } from './page'

/**
 * The tests' `test` on a register of its own, as seeded when the first of its tests begins, for whoever
 * changes what others read. Each file names its own with `test.use({ register: 'review' })`: a name of its
 * own is a process of its own, so that files may run in any order and beside each other. One that asks for a
 * `movableClock` puts it ahead by `ownServer.putAhead`.
 */
export const test = base.extend<
  object,
  { register: string; movableClock: boolean; ownServer: RunningServer; ownRegister: string }
>({
  register: ['', { scope: 'worker', option: true }],
  movableClock: [false, { scope: 'worker', option: true }],
  ownServer: [
    async ({ register, movableClock }, use) => {
      if (!register) throw new Error("Name the file's register: test.use({ register: 'review' }).")
      const { folder, remove } = await filledFolder(register)
      const server = await runServer({ DATA_DIR: folder }, { movableClock })
      const shared = process.env.SERVED_DATA_DIR
      process.env.SERVED_DATA_DIR = folder
      await use(server)
      process.env.SERVED_DATA_DIR = shared
      await server.stop()
      remove()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  ownRegister: [async ({ ownServer }, use) => use(ownServer.address), { scope: 'worker' }],
  baseURL: async ({ ownRegister }, use) => use(ownRegister),
})
