import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runServer } from './run-server'

/** Serves a register of its own to the end-to-end tests, which find it in BASE_ADDRESS. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'register-e2e-'))
  const server = await runServer({ DATA_DIR: folder })
  process.env.BASE_ADDRESS = server.address
  process.env.SERVED_DATA_DIR = folder
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
