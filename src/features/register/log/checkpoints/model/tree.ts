import { createHash } from 'node:crypto'

/** SHA-256: 32 bytes. */
export type Hash = Buffer

/** Leaves of the tree, from the first to before the last, counted from 0. */
export type Range = { from: number; to: number }

/** A whole subtree of 2^level leaves, the `position`-th of its level, from 0. */
export type Place = { level: number; position: number }

/** The hash of an entry, RFC 6962, 2.1: told from that of a node by its first byte. */
export function leafHash(entry: string | Uint8Array): Hash {
  return createHash('sha256').update('\0').update(entry).digest()
}

/** The hash of two subtrees side by side, RFC 6962, 2.1. */
export function nodeHash(left: Hash, right: Hash): Hash {
  return createHash('sha256').update('\x01').update(left).update(right).digest()
}

/** The root of a tree without leaves. */
const emptyRoot = createHash('sha256').digest()

/**
 * The whole subtrees that cover leaves, left to right: a proof is computed from them alone, and once a
 * subtree is whole its hash never changes.
 * @param range one that the recursion of RFC 6962 makes: it begins at a multiple of the largest power of
 *   two that is in it.
 */
export function wholeSubtrees({ from, to }: Range): Place[] {
  const places: Place[] = []
  let start = from
  while (start < to) {
    const level = Math.floor(Math.log2(to - start))
    places.push({ level, position: start / 2 ** level })
    start += 2 ** level
  }
  return places
}

/** The hash of leaves, from those of the whole subtrees that cover them. */
export function joined(subtrees: readonly Hash[]): Hash {
  return subtrees.reduceRight((right, left) => nodeHash(left, right))
}

/**
 * What an inclusion proof consists of, from the leaf upwards: RFC 6962, 2.1.1.
 * @param index of the leaf, from 0, less than `size`.
 */
export function inclusionRanges(index: number, size: number): Range[] {
  const path = (within: Range): Range[] => {
    if (within.to - within.from <= 1) return []
    const middle = within.from + split(within)
    const [left, right] = [
      { from: within.from, to: middle },
      { from: middle, to: within.to },
    ]
    return index < middle ? [...path(left), right] : [...path(right), left]
  }
  return path({ from: 0, to: size })
}

/** The root that an inclusion proof leads to from a leaf: RFC 9162, 2.1.3.2. */
export function rootByProof(index: number, size: number, leaf: Hash, proof: readonly Hash[]): Hash {
  return inclusionRanges(index, size).reduce((hash, { from }, step) => {
    const other = proof[step] ?? emptyRoot
    return from > index ? nodeHash(hash, other) : nodeHash(other, hash)
  }, leaf)
}

/** What a consistency proof from one size to another consists of: RFC 6962, 2.1.2. `from` from 1 to `to`. */
export function consistencyRanges(from: number, to: number): Range[] {
  const path = (within: Range, isKnown: boolean): Range[] => {
    if (within.to === from) return isKnown ? [] : [within]
    const middle = within.from + split(within)
    const [left, right] = [
      { from: within.from, to: middle },
      { from: middle, to: within.to },
    ]
    return from <= middle ? [...path(left, isKnown), right] : [...path(right, false), left]
  }
  return path({ from: 0, to }, true)
}

/** The largest power of two that is less than the number of leaves. */
function split({ from, to }: Range): number {
  return 2 ** (Math.ceil(Math.log2(to - from)) - 1)
}

/** A tree that grows by a leaf at a time and keeps no more than its right edge. */
export class GrowingTree {
  private edge: { level: number; hash: Hash }[]

  /** @param edge the hashes of `wholeSubtrees({ from: 0, to: size })`. */
  constructor(
    public size = 0,
    edge: readonly Hash[] = [],
  ) {
    const places = wholeSubtrees({ from: 0, to: size })
    this.edge = places.map(({ level }, index) => ({ level, hash: edge[index] as Hash }))
  }

  /** Adds a leaf. @returns the subtrees that are whole from now on, the leaf first. */
  add(leaf: Hash): (Place & { hash: Hash })[] {
    const made = [{ level: 0, position: this.size, hash: leaf }]
    let top = { level: 0, hash: leaf }
    for (let left = this.edge.at(-1); left?.level === top.level; left = this.edge.at(-1)) {
      this.edge.pop()
      top = { level: top.level + 1, hash: nodeHash(left.hash, top.hash) }
      made.push({ ...top, position: Math.floor(this.size / 2 ** top.level) })
    }
    this.edge.push(top)
    this.size += 1
    return made
  }

  root(): Hash {
    return this.size === 0 ? emptyRoot : joined(this.edge.map(({ hash }) => hash))
  }
}
