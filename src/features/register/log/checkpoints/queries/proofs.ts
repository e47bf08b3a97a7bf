import 'server-only'
import { database } from '@/server/database/database'
import {
  consistencyRanges,
  type Hash,
  inclusionRanges,
  joined,
  type Range,
  wholeSubtrees,
} from '../model/tree'
import { readEntries, readNodes } from './read-log'

/** How many entries the last checkpoint covers; 0 before the first. Proofs reach no further. */
export async function signedSize(): Promise<number> {
  const db = await database()
  const last = await db.checkpoint.findFirst({
    orderBy: { number: 'desc' },
    select: { size: true },
  })
  return last?.size ?? 0
}

/** That an entry is in the log. Hashes in base64, from the leaf upwards: RFC 6962, 2.1.1. */
export type InclusionProof = {
  /** The entry's number in the log, from 1; its leaf is at `number - 1`. */
  entry: number
  size: number
  leaf: string
  root: string
  hashes: string[]
}

/** @param entry from 1 to `size`. @param size of the tree, at most `signedSize()`. */
export async function proveInclusion(entry: number, size: number): Promise<InclusionProof> {
  const [leaf, root, ...hashes] = await hashesOf([
    { from: entry - 1, to: entry },
    { from: 0, to: size },
    ...inclusionRanges(entry - 1, size),
  ])
  return { entry, size, leaf: leaf ?? '', root: root ?? '', hashes }
}

/** That the log at one size is the beginning of the log at another: RFC 6962, 2.1.2. Hashes in base64. */
export type ConsistencyProof = {
  from: number
  to: number
  fromRoot: string
  toRoot: string
  hashes: string[]
}

/** @param from 1 to `to`. @param to at most `signedSize()`. */
export async function proveConsistency(from: number, to: number): Promise<ConsistencyProof> {
  const [fromRoot, toRoot, ...hashes] = await hashesOf([
    { from: 0, to: from },
    { from: 0, to },
    ...consistencyRanges(from, to),
  ])
  return { from, to, fromRoot: fromRoot ?? '', toRoot: toRoot ?? '', hashes }
}

/** The fingerprint of the log at a size, from 1 to `signedSize()`; base64. */
export async function rootAt(size: number): Promise<string> {
  const [root] = await hashesOf([{ from: 0, to: size }])
  return root ?? ''
}

/** An entry as the log is read, one canonical line; null where no checkpoint covers one of this number. */
export async function findEntry(number: number): Promise<string | null> {
  if (number > (await signedSize())) return null
  for await (const [entry] of readEntries(await database(), number, number)) {
    return entry?.text ?? null
  }
  return null
}

/** The number of the signed entry that has this hash (base64); null when none has. */
export async function findLeaf(hash: string): Promise<number | null> {
  const db = await database()
  const node = await db.logNode.findFirst({ where: { level: 0, hash }, select: { position: true } })
  return node && node.position + 1
}

/** The log, one canonical entry after another, as far as it is signed. */
export async function* streamEntries(to: number): AsyncGenerator<string[]> {
  for await (const entries of readEntries(await database(), 1, to)) {
    yield entries.map(({ text }) => text)
  }
}

async function hashesOf(ranges: readonly Range[]): Promise<string[]> {
  const parts = ranges.map(wholeSubtrees)
  const nodes = await readNodes(await database(), parts.flat())
  let at = 0
  return parts.map((places) => {
    const subtrees: Hash[] = nodes.slice(at, at + places.length)
    at += places.length
    return joined(subtrees).toString('base64')
  })
}
