import 'server-only'
import type { Checkpoint, LogKey, Prisma } from '@/generated/prisma/client'
import { database } from '@/server/database/database'
import type { ShownCheckpoint, ShownKey } from '../model/checkpoint'
import { parseVerifier } from '../model/note'
import { originOf } from './read-log'

/** The last checkpoint; null before the first. */
export async function latestCheckpoint(): Promise<ShownCheckpoint | null> {
  return findFirst({}, 'desc')
}

/** The first checkpoint over exactly so many entries: the same whenever it is asked for; null before it is signed. */
export async function firstCheckpointOver(size: number): Promise<ShownCheckpoint | null> {
  return findFirst({ size }, 'asc')
}

/** The first checkpoint with this fingerprint (base64); null where there is none. */
export async function findCheckpointByRoot(root: string): Promise<ShownCheckpoint | null> {
  return findFirst({ root }, 'asc')
}

async function findFirst(where: Prisma.CheckpointWhereInput, number: 'asc' | 'desc') {
  const db = await database()
  const row = await db.checkpoint.findFirst({ where, orderBy: { number }, include: { key: true } })
  return row && shownCheckpoint(row)
}

/** The checkpoints after one, in order, some at a time. @param to the last to give. */
export async function* streamCheckpoints(
  after: number,
  to: number,
): AsyncGenerator<ShownCheckpoint[]> {
  const db = await database()
  for (let from = after; from < to; from += 500) {
    const rows = await db.checkpoint.findMany({
      where: { number: { gt: from, lte: Math.min(from + 500, to) } },
      orderBy: { number: 'asc' },
      include: { key: true },
    })
    if (rows.length === 0) return
    yield rows.map(shownCheckpoint)
  }
}

/** The name of the log, and its keys in order; the last one signs. */
export async function listLogKeys(): Promise<{ origin: string; keys: ShownKey[] }> {
  const db = await database()
  const rows = await db.logKey.findMany({ orderBy: { number: 'asc' } })
  return { origin: originOf(rows), keys: rows.map(shownKey) }
}

function shownCheckpoint(row: Checkpoint & { key: LogKey }): ShownCheckpoint {
  return {
    number: row.number,
    size: row.size,
    root: row.root,
    signedAt: row.signedAt.toISOString(),
    key: row.keyNumber,
    keyId: parseVerifier(row.key.verifier)?.id ?? '',
    note: row.note,
  }
}

function shownKey({ number, verifier, since, note }: LogKey): ShownKey {
  const id = parseVerifier(verifier)?.id ?? ''
  return { number, id, verifier, since: since.toISOString(), note }
}
