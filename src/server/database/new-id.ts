import { randomBytes } from 'node:crypto'

let last = { milliseconds: 0, count: 0 }

/**
 * An id as the schema's `uuid(7)` gives one, for rows that SQL of our own adds: ordered by the moment at which
 * it was made, within a millisecond too.
 */
export function newId(): string {
  const milliseconds = Math.max(Date.now(), last.milliseconds)
  const count = milliseconds === last.milliseconds ? last.count + 1 : 0
  // Twelve bits to count with; whoever makes more in a millisecond borrows from the next.
  last = count < 4096 ? { milliseconds, count } : { milliseconds: milliseconds + 1, count: 0 }
  const bytes = randomBytes(16)
  bytes.writeUIntBE(last.milliseconds, 0, 6)
  bytes.writeUInt16BE(0x7000 | last.count, 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
