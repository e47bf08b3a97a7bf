import { randomBytes } from 'node:crypto'

let last = { milliseconds: 0, count: 0 }

/**
 * An id as the schema's `uuid(7)` makes one, for rows added by raw SQL: ordered by creation time, within a
 * millisecond too.
 */
export function newId(): string {
  const milliseconds = Math.max(Date.now(), last.milliseconds)
  const count = milliseconds === last.milliseconds ? last.count + 1 : 0
  // A 12-bit counter; on overflow within a millisecond, the next one is used.
  last = count < 4096 ? { milliseconds, count } : { milliseconds: milliseconds + 1, count: 0 }
  const bytes = randomBytes(16)
  bytes.writeUIntBE(last.milliseconds, 0, 6)
  bytes.writeUInt16BE(0x7000 | last.count, 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
