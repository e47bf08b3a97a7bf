import { build } from '@/cli/preparation.mjs'
import { filledFolder } from '../server/filled-folder'
import { runServer } from './run-server'

/** Builds what is outdated, and serves a register of its own to the end-to-end tests, which find it in BASE_ADDRESS. */
export default async function setup(): Promise<() => Promise<void>> {
  console.log(`What is taken by turns goes by TEST_SEED=${process.env.TEST_SEED}.`)
  build()
  const { folder, remove } = await filledFolder('e2e')
  const server = await runServer({ DATA_DIR: folder })
  process.env.BASE_ADDRESS = server.address
  process.env.SERVED_DATA_DIR = folder
  return async () => {
    await server.stop()
    remove()
  }
}
