import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { firstCheckpointOver } from '@/features/register/log/checkpoints/queries/checkpoints'
import { headRevision } from '@/features/register/log/queries/revisions'
import {
  archiveFolder,
  archiveNote,
  type StoredArchive,
  storedArchive,
} from '../queries/archive-store'
import { type Head, readAtOneHead } from '../queries/read-table'
import { filesEdition } from '../queries/write-list'
import { writeArchive } from './write-archive'

/**
 * The job that keeps the archive of the whole register at the head of the log: made once for each head, when
 * the head is signed. Written beside the one that lies ready, and put in its place when it is whole.
 */
export async function keepArchive(): Promise<void> {
  const head = await headRevision()
  const ready = await storedArchive()
  const edition = filesEdition()
  if (!head || (ready?.head === head.number && ready.edition === edition)) return
  await mkdir(archiveFolder(), { recursive: true })
  // Other processes of the register may write to this folder at the same time.
  const draft = path.join(archiveFolder(), `${randomBytes(6).toString('hex')}.part`)
  try {
    const made = await readAtOneHead((current) => make(draft, current))
    if (!made) return
    const { bytes, sha256 } = await measure(draft)
    const file = `register-${made.head.number}-${edition}.zip`
    const archive: StoredArchive = {
      file,
      edition,
      head: made.head.number,
      headRecordedAt: made.head.recordedAt,
      checkpoint: made.checkpoint,
      bytes,
      sha256,
    }
    await rename(draft, path.join(archiveFolder(), file))
    await writeFile(draft, `${JSON.stringify(archive)}\n`)
    await rename(draft, archiveNote())
    await removeOld([file, ready?.file])
  } finally {
    await rm(draft, { force: true })
  }
}

/** Writes the archive of a head; null where the head is not signed yet. */
async function make(
  draft: string,
  head: Head | null,
): Promise<{ head: Head; checkpoint: number } | null> {
  const checkpoint = head && (await firstCheckpointOver(head.number))
  if (!head || !checkpoint) return null
  await writeArchive(draft, head, checkpoint)
  return { head, checkpoint: checkpoint.number }
}

async function measure(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') }
}

/**
 * Deletes old archives. The previous one stays for clients that have just been given its name; a temporary
 * file, which a dead process may have left behind, goes after an hour.
 */
async function removeOld(kept: (string | undefined)[]): Promise<void> {
  for (const name of await readdir(archiveFolder())) {
    const file = path.join(archiveFolder(), name)
    const isOldDraft = async () =>
      name.endsWith('.part') && Date.now() - (await stat(file)).mtimeMs > 3_600_000
    if ((name.endsWith('.zip') && !kept.includes(name)) || (await isOldDraft())) {
      await rm(file, { force: true })
    }
  }
}
