import 'server-only'
import type { Revision } from '@/generated/prisma/client'
import type { Database, Transaction } from '@/server/database/database'
import { canonicalText, entryOf } from '../model/entry'
import {
  type CheckpointFacts,
  isNoteOf,
  isSignedBy,
  parseVerifier,
  rotationText,
} from '../model/note'
import type { Hash, Place } from '../model/tree'

type Client = Database | Transaction

/** How many rows are held at once: the log is read in pieces, however long it is. */
const piece = 256

/** The canonical entries of a part of the log, in order, some at a time. @param to the last number. */
export async function* readEntries(
  db: Client,
  from: number,
  to: number,
): AsyncGenerator<{ number: number; text: string }[]> {
  for (let next = from; next <= to; ) {
    const rows: Revision[] = await db.revision.findMany({
      where: { number: { gte: next, lte: to } },
      orderBy: { number: 'asc' },
      take: piece,
    })
    if (rows.length === 0) return
    yield rows.map((row) => ({ number: row.number, text: canonicalText(entryOf(row)) }))
    next = (rows.at(-1) as Revision).number + 1
  }
}

/** The hashes of whole subtrees, in the order asked for. @throws when the tree has not all of them. */
export async function readNodes(db: Client, places: readonly Place[]): Promise<Hash[]> {
  if (places.length === 0) return []
  const rows = await db.logNode.findMany({
    where: { OR: places.map(({ level, position }) => ({ level, position })) },
  })
  const held = new Map(rows.map((row) => [`${row.level}/${row.position}`, row.hash]))
  return places.map(({ level, position }) => {
    const hash = held.get(`${level}/${position}`)
    if (!hash) throw new MissingNode(`The tree has no hash of level ${level} at ${position}.`)
    return Buffer.from(hash, 'base64')
  })
}

/** The tree in the database lacks a hash that a checkpoint covers. */
export class MissingNode extends Error {}

/** The name of the log: that of its first key. @param keys in order. */
export function originOf(keys: readonly { verifier: string }[]): string {
  return parseVerifier(keys[0]?.verifier ?? '')?.name ?? ''
}

type KeyRow = { number: number; verifier: string; since: Date; note: string | null }
type CheckpointRow = {
  number: number
  size: number
  root: string
  signedAt: Date
  keyNumber: number
  note: string
}

/** Of the keys of a log, in order, the first that is not introduced by the one before it; null when all are. */
export function unfoundedKey(
  keys: readonly KeyRow[],
  lastCheckpointOf: ReadonlyMap<number, number>,
): number | null {
  const origin = originOf(keys)
  let after = 0
  for (const [index, key] of keys.entries()) {
    const { number, verifier, note } = key
    const previous = keys[index - 1]
    if (number !== index + 1 || parseVerifier(verifier)?.name !== origin) return number
    if (previous) {
      after = Math.max(after, lastCheckpointOf.get(previous.number) ?? 0)
      const since = key.since.toISOString()
      const text = rotationText({ origin, number, verifier, afterCheckpoint: after, since })
      const isGood =
        note !== null &&
        isNoteOf(note, text) &&
        isSignedBy(note, previous.verifier) &&
        isSignedBy(note, verifier)
      if (!isGood) return number
    }
  }
  return null
}

/** What a checkpoint's row says, in the form in which it is signed. */
export function factsOf(row: CheckpointRow, origin: string): CheckpointFacts {
  const { size, root, number, signedAt } = row
  return { origin, size, root, number, signedAt: signedAt.toISOString() }
}
