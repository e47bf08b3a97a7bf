import { setTimeout as wait } from 'node:timers/promises'
import { DataDirectoryInUse, lockHolder } from '../server/database/lock'
import { environment } from '../server/environment'
import { type ControlFile, readControlFile } from './control-file'
import { type Answer, answer } from './officer-input'

/**
 * Runs a command where the database is open: in the running server, through its control channel, or else in
 * this process.
 * @param address of the command in the channel, such as `/officer`.
 * @param perform runs it here; the database is open, and is closed afterwards.
 */
export async function performAtDatabase(
  address: string,
  command: object,
  perform: () => Promise<Answer>,
): Promise<Answer> {
  const { DATABASE_URL, DATA_DIR } = environment()
  const holder = DATABASE_URL ? null : lockHolder(DATA_DIR)
  if (holder) return askServer(DATA_DIR, holder.pid, address, command)
  // Imported only here: a process that leaves the work to a running server needs no database code.
  const { openFilledDatabase } = await import('./fill-database')
  const { closeDatabase } = await import('../server/database/database')
  try {
    await openFilledDatabase()
    return await perform()
  } finally {
    await closeDatabase()
  }
}

/**
 * Has the server `pid`, which holds the data directory, do a command.
 * @throws DataDirectoryInUse where it holds the directory without taking commands.
 */
export async function askServer(
  folder: string,
  pid: number,
  address: string,
  command: object,
): Promise<Answer> {
  const { port, token } = await channelOf(folder, pid)
  const response = await fetch(`http://127.0.0.1:${port}${address}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(command),
  })
  return answer.parse(await response.json())
}

/** The running server's channel; waits for a server that is still starting. */
async function channelOf(folder: string, pid: number): Promise<ControlFile> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const channel = readControlFile(folder, pid)
    if (channel) return channel
    const holder = lockHolder(folder)
    if (holder?.pid !== pid) break
    await wait(100)
  }
  const holder = lockHolder(folder)
  if (holder) throw new DataDirectoryInUse(folder, holder)
  throw new Error('The server stopped meanwhile. Please try again.')
}
