import 'server-only'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import type { Archive } from '../model/table'
import { archiveFolder, storedArchive } from './archive-store'

/** The archive as it lies ready; null while there is none. */
export async function findArchive(): Promise<Archive | null> {
  return storedArchive()
}

/** How much of it is read at once. */
const piece = 65_536

/**
 * The archive with its content. The file is opened at the first read and closed at its end, so a reader that
 * has begun gets it whole even when a newer archive replaces it. Null while there is none.
 */
export async function openArchive(): Promise<{
  archive: Archive
  body: ReadableStream<Uint8Array>
} | null> {
  const archive = await storedArchive()
  if (!archive) return null
  let file: FileHandle | undefined
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        file ??= await open(path.join(archiveFolder(), archive.file))
        const { bytesRead, buffer } = await file.read(Buffer.alloc(piece))
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead))
        await file.close()
        controller.close()
      },
      cancel: async () => file?.close(),
    },
    // Opened on the first read: a HEAD request, for example, never reads.
    { highWaterMark: 0 },
  )
  return { archive, body }
}
