import 'server-only'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { archiveFolder, storedArchive } from '../archive-store'
import type { Archive } from '../model'

/** The archive as it lies ready; null while there is none. */
export async function findArchive(): Promise<Archive | null> {
  return storedArchive()
}

/** The archive, opened to be read: it stays whole for who reads it when another takes its place. Null while there is none. */
export async function openArchive(): Promise<{ archive: Archive; file: FileHandle } | null> {
  const archive = await storedArchive()
  if (!archive) return null
  try {
    return { archive, file: await open(path.join(archiveFolder(), archive.file)) }
  } catch {
    return null
  }
}
