import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { environment } from '@/server/environment'

const stored = z.object({
  /** The file's name in the folder. */
  file: z.string().regex(/^[\w.-]+$/),
  /** Which form of the files it has; see `filesEdition`. */
  edition: z.string(),
  head: z.int(),
  headRecordedAt: z.iso.datetime(),
  checkpoint: z.int(),
  bytes: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type StoredArchive = z.infer<typeof stored>

/** Where the archive lies: everything in it can be made anew. */
export function archiveFolder(): string {
  return path.join(environment().DATA_DIR, 'archive')
}

/** What says which archive is the latest one; put in place after it, in one move. */
export function archiveNote(): string {
  return path.join(archiveFolder(), 'latest.json')
}

/** The archive that lies ready; null where there is none, or it is not what the note about it says. */
export async function storedArchive(): Promise<StoredArchive | null> {
  const text = await readFile(archiveNote(), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    const archive = stored.parse(JSON.parse(text))
    const { size } = await stat(path.join(archiveFolder(), archive.file))
    return size === archive.bytes ? archive : null
  } catch {
    return null
  }
}
