import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import path from 'node:path'
import type { Message } from './message'
import type { SendResult } from './smtp'

/**
 * Writes a message to `<id>.eml` in the folder, readable by its owner alone. The file is renamed into place,
 * so it is never seen half written, and writing it twice leaves one file.
 */
export async function writeFile(
  folder: string,
  id: string,
  { bytes }: Message,
): Promise<SendResult> {
  const target = path.join(folder, `${id}.eml`)
  const part = path.join(folder, `${id}.${randomBytes(4).toString('hex')}.part`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = await open(part, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, target)
    return { state: 'sent' }
  } catch (error) {
    const said = (error as NodeJS.ErrnoException).code ?? null
    return { state: 'later', problem: { code: 'not_written', said } }
  }
}
