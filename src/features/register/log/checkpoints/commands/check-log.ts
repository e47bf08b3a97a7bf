import 'server-only'
import { type Database, database, type Transaction } from '@/server/database/database'
import type { LogProblem } from '../model/checkpoint'
import { checkpointText, isNoteOf, isSignedBy, parseCheckpoint } from '../model/note'
import { GrowingTree, type Hash, leafHash, type Place } from '../model/tree'
import { factsOf, originOf, readEntries, unfoundedKey } from '../queries/read-log'
import { lastSigned } from './key'

/**
 * Checks the whole log in the database against all that was ever signed: each entry's hash, the tree, every
 * checkpoint with its signature, the keys, and the last checkpoint that this server signed.
 * @returns the first thing that is not as signed; null when everything is.
 */
export async function checkLog(): Promise<LogProblem | null> {
  const db = await database()
  const rewound = await rewoundSince(db)
  if (rewound) return rewound
  const checkpoints = await db.checkpoint.findMany({
    orderBy: { number: 'asc' },
    omit: { note: true },
  })
  const lastOf = new Map(checkpoints.map(({ keyNumber, number }) => [keyNumber, number]))
  const keys = await db.logKey.findMany({ orderBy: { number: 'asc' } })
  const key = unfoundedKey(keys, lastOf)
  if (key !== null) return { kind: 'key', number: key }
  const gap = checkpoints.findIndex(({ number }, index) => number !== index + 1)
  if (gap >= 0) return { kind: 'checkpoint', number: gap + 1 }
  return (await badSignature(db, originOf(keys), checkpoints.length)) ?? walk(db, checkpoints)
}

/** Whether the database lacks the last checkpoint that this server signed, as after a restore from an older copy. */
export async function rewoundSince(db: Database | Transaction): Promise<LogProblem | null> {
  const note = lastSigned()
  if (note === null) return null
  const facts = parseCheckpoint(note)
  const held = facts && (await db.checkpoint.findUnique({ where: { number: facts.number } }))
  return held?.note === note ? null : { kind: 'rewound' }
}

/** A year of hourly checkpoints is some thousands of signatures; they are read some at a time. */
async function badSignature(
  db: Database,
  origin: string,
  last: number,
): Promise<LogProblem | null> {
  for (let from = 1; from <= last; from += 500) {
    const rows = await db.checkpoint.findMany({
      where: { number: { gte: from, lt: from + 500, lte: last } },
      orderBy: { number: 'asc' },
      include: { key: true },
    })
    const bad = rows.find(
      (row) =>
        !isNoteOf(row.note, checkpointText(factsOf(row, origin))) ||
        !isSignedBy(row.note, row.key.verifier),
    )
    if (bad) return { kind: 'checkpoint', number: bad.number }
  }
  return null
}

/** Rebuilds the tree from the entries, and compares it with the stored hashes and roots. */
async function walk(
  db: Database,
  checkpoints: readonly { number: number; size: number; root: string }[],
): Promise<LogProblem | null> {
  const size = checkpoints.at(-1)?.size ?? 0
  const tree = new GrowingTree()
  let next = 0
  let differing: LogProblem | null = null
  for await (const entries of readEntries(db, 1, size)) {
    const made: (Place & { hash: Hash })[] = []
    for (const { number, text } of entries) {
      if (number !== tree.size + 1) return { kind: 'entry', number: tree.size + 1 }
      made.push(...tree.add(leafHash(text)))
      for (; checkpoints[next]?.size === tree.size; next += 1) {
        if (tree.root().toString('base64') === checkpoints[next]?.root) continue
        // The hashes stored beside the entries tell which entry was altered, unless they were altered too.
        differing ??= await firstDifference(db, made)
        return differing ?? { kind: 'checkpoint', number: checkpoints[next]?.number ?? 0 }
      }
    }
    differing ??= await firstDifference(db, made)
  }
  if (tree.size < size) return { kind: 'entry', number: tree.size + 1 }
  // The entries match every checkpoint, so it is the stored hash that was altered.
  return differing && { kind: 'tree' }
}

async function firstDifference(
  db: Database,
  made: readonly (Place & { hash: Hash })[],
): Promise<LogProblem | null> {
  const levels = new Map<number, number[]>()
  for (const { level, position } of made) {
    levels.set(level, [...(levels.get(level) ?? []), position])
  }
  const rows = await db.logNode.findMany({
    where: {
      OR: [...levels].map(([level, positions]) => ({
        level,
        position: { gte: positions[0] ?? 0, lte: positions.at(-1) ?? 0 },
      })),
    },
  })
  const held = new Map(rows.map((row) => [`${row.level}/${row.position}`, row.hash]))
  const other = made.find(
    ({ level, position, hash }) => held.get(`${level}/${position}`) !== hash.toString('base64'),
  )
  if (!other) return null
  return other.level === 0 ? { kind: 'entry', number: other.position + 1 } : { kind: 'tree' }
}
