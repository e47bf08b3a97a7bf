import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import { GET as checkpoints } from '@/app/log/checkpoints/route'
import { GET as wholeLog } from '@/app/log.jsonl/route'
import { setLogCondition } from '@/features/register/log/checkpoints/queries/log-condition'
import { database } from '@/server/database/database'
import { environment, settlePort } from '@/server/environment'
import { linesOf, verifyLog } from '~/public/verify-log.mjs'

/**
 * Has each test of the file begin with a log that nobody has signed, and with a folder of its own for the
 * key, on both engines.
 * @returns where that folder is.
 */
export function ownLogKey(): () => string {
  let keys = ''
  let dataDir: string | undefined
  beforeEach(async () => {
    dataDir = process.env.DATA_DIR
    keys = mkdtempSync(path.join(tmpdir(), 'log-key-'))
    useFolder(keys)
    setLogCondition({ checkedAt: null, problem: null })
    await forget()
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
    delete process.env.LOG_KEY
    if (dataDir) process.env.DATA_DIR = dataDir
    rmSync(keys, { recursive: true, force: true })
  })
  return () => keys
}

/** Has the register look for its key in a folder, as after a new start. */
export function useFolder(folder: string) {
  process.env.DATA_DIR = folder
  settlePort(environment().PORT)
}

/** As the owner of the database can: around the triggers. */
export async function around(...statements: string[]) {
  await (await database()).$transaction(async (tx) => {
    await tx.$executeRawUnsafe('set local session_replication_role = replica')
    for (const statement of statements) await tx.$executeRawUnsafe(statement)
  })
}
export const forget = () =>
  around('delete from "Checkpoint"', 'delete from "LogKey"', 'delete from "LogNode"')

export const at = (address: string, headers: Record<string, string> = {}) =>
  new Request(`http://localhost${address}`, { headers })
export const jsonOf = async (response: Response | Promise<Response>) => (await response).json()

/** The problems of the whole log as anybody downloads it, through the script. */
export async function verified(kept: string | null = null) {
  const entries = linesOf(await (await wholeLog(at('/log.jsonl'))).text())
  const held = await jsonOf(checkpoints(at('/log/checkpoints')))
  return (await verifyLog({ entries, checkpoints: held, kept })).problems
}
