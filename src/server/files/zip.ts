import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)

/** The archive cannot be read. */
export class BadArchive extends Error {}
/** The archive unpacks to more than allowed. */
export class TooLarge extends Error {}

/** A file in an archive, not unpacked. */
type Entry = { offset: number; packed: number; unpacked: number; isDeflated: boolean }

/** An archive's files by name, to be unpacked one by one. */
export type Archive = {
  names: string[]
  /** @throws {BadArchive} when there is no such file, or it is not what its header says. @throws {TooLarge} */
  read(name: string): Promise<Buffer>
}

/**
 * Opens a ZIP archive without unpacking it. The declared sizes are checked here and again while unpacking,
 * since they may be false: no more than `limit` bytes are ever produced.
 *
 * @throws {BadArchive} @throws {TooLarge}
 */
export function openArchive(bytes: Buffer, limit: number): Archive {
  const entries = readDirectory(bytes)
  const total = [...entries.values()].reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (total > limit) throw new TooLarge()
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name)
      if (!entry) throw new BadArchive(`There is no ${name}.`)
      return unpack(bytes, entry)
    },
  }
}

/** The list of files at the end of an archive. */
function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > bytes.length) throw new BadArchive('There is no directory.')
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const entries = new Map<string, Entry>()
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) {
      throw new BadArchive('The directory is broken.')
    }
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)]
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      bytes.readUInt16LE(at + field),
    ) as [number, number, number]
    if (flags & 1) throw new BadArchive('It is encrypted.')
    if (method !== 0 && method !== 8) throw new BadArchive('Its packing is not known.')
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    entries.set(name, {
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      isDeflated: method === 8,
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

async function unpack(bytes: Buffer, { offset, packed, unpacked, isDeflated }: Entry) {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50) {
    throw new BadArchive('A file is not where the directory says.')
  }
  // The local header has lengths of its own.
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const content = bytes.subarray(start, start + packed)
  if (!isDeflated) return content
  try {
    // One byte more than declared: the library refuses an output size of 0, and a longer output shows that
    // the header lied.
    const inflated = await inflate(content, { maxOutputLength: unpacked + 1 })
    if (inflated.length > unpacked) throw new TooLarge()
    return inflated
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new TooLarge()
    if (error instanceof TooLarge) throw error
    throw new BadArchive('A file cannot be unpacked.')
  }
}
