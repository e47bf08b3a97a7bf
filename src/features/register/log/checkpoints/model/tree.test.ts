import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  leafHash as leafHashOfScript,
  sha256InScript,
  Tree,
  verifyConsistency,
  verifyInclusion,
} from '~/public/verify-log.mjs'
import {
  consistencyRanges,
  GrowingTree,
  type Hash,
  inclusionRanges,
  joined,
  leafHash,
  nodeHash,
  type Range,
  rootByProof,
  wholeSubtrees,
} from './tree'

// The examples of google/certificate-transparency, merkletree/merkle_tree_test.cc.
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'))
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const a = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const b = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'
const c = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'
const d = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
const e = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'
const f = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a'

/** The hash of leaves, by the definition of RFC 6962, 2.1. */
function rootOf(hashes: readonly Hash[]): Hash {
  const [only] = hashes
  if (only && hashes.length === 1) return only
  let middle = 1
  while (middle * 2 < hashes.length) middle *= 2
  return nodeHash(rootOf(hashes.slice(0, middle)), rootOf(hashes.slice(middle)))
}

/** A proof from whole subtrees, as the register makes one from its table. */
function proofOf(hashes: readonly Hash[], ranges: readonly Range[]): string[] {
  return ranges.map((range) =>
    joined(
      wholeSubtrees(range).map(({ level, position }) =>
        rootOf(hashes.slice(position * 2 ** level, (position + 1) * 2 ** level)),
      ),
    ).toString('base64'),
  )
}

const inHex = (texts: string[]) => texts.map((text) => Buffer.from(text, 'base64').toString('hex'))
const hashed = leaves.map(leafHash)

describe('the examples of Certificate Transparency', () => {
  it('gives their roots, in the register and in the script', () => {
    const [tree, ofScript] = [new GrowingTree(), new Tree()]
    expect(tree.root().toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
    for (const [index, leaf] of leaves.entries()) {
      tree.add(leafHash(leaf))
      ofScript.add(leafHashOfScript(leaf))
      expect(tree.root().toString('hex')).toBe(roots[index])
      expect(inHex([ofScript.root()])).toEqual([roots[index]])
    }
  })

  it.each([
    [1, 1, []],
    [1, 8, [a, b, c]],
    [6, 8, [d, e, roots[3]]],
    [3, 3, [roots[1]]],
    [2, 5, [roots[0], b, d]],
  ])('proves that leaf %i is among %i', (leaf, size, proof) => {
    const hashes = proofOf(hashed, inclusionRanges(leaf - 1, size))
    expect(inHex(hashes)).toEqual(proof)
    const root = Buffer.from(roots[size - 1] ?? '', 'hex').toString('base64')
    const own = hashed[leaf - 1]?.toString('base64') ?? ''
    expect(verifyInclusion({ index: leaf - 1, size, leaf: own, root, hashes })).toBe(true)
  })

  it.each([
    [1, 1, []],
    [1, 8, [a, b, c]],
    [6, 8, [f, e, roots[3]]],
    [2, 5, [b, d]],
  ])('proves that the tree of %i is the beginning of that of %i', (from, to, proof) => {
    const hashes = proofOf(hashed, consistencyRanges(from, to))
    expect(inHex(hashes)).toEqual(proof)
    const [fromRoot, toRoot] = [from, to].map((size) =>
      Buffer.from(roots[size - 1] ?? '', 'hex').toString('base64'),
    ) as [string, string]
    expect(verifyConsistency({ from, to, fromRoot, toRoot, hashes })).toBe(true)
  })
})

const manyLeaves = Array.from({ length: 70 }, (_, index) => leafHash(`entry ${index}`))
const base64 = (hash: Hash | undefined) => hash?.toString('base64') ?? ''

it('grows as the definition says, and goes on from its right edge', () => {
  const tree = new GrowingTree()
  for (const [index, leaf] of manyLeaves.entries()) {
    for (const { level, position, hash } of tree.add(leaf)) {
      const [from, to] = [position * 2 ** level, (position + 1) * 2 ** level]
      expect(hash).toEqual(rootOf(manyLeaves.slice(from, to)))
    }
    const size = index + 1
    expect(tree.root()).toEqual(rootOf(manyLeaves.slice(0, size)))
    const edge = wholeSubtrees({ from: 0, to: size }).map(({ level, position }) =>
      rootOf(manyLeaves.slice(position * 2 ** level, (position + 1) * 2 ** level)),
    )
    const taken = new GrowingTree(size, edge)
    const next = leafHash('next')
    taken.add(next)
    expect(taken.root()).toEqual(rootOf([...manyLeaves.slice(0, size), next]))
  }
})

describe('every proof', () => {
  it('of inclusion holds, for its own leaf, place, size and root alone', () => {
    for (let size = 1; size <= 40; size++) {
      const root = base64(rootOf(manyLeaves.slice(0, size)))
      for (let index = 0; index < size; index++) {
        const hashes = proofOf(manyLeaves, inclusionRanges(index, size))
        const proof = { index, size, leaf: base64(manyLeaves[index]), root, hashes }
        expect(verifyInclusion(proof)).toBe(true)
        const path = hashes.map((hash) => Buffer.from(hash, 'base64'))
        const own = manyLeaves[index] as Hash
        expect(base64(rootByProof(index, size, own, path))).toBe(root)
        expect(base64(rootByProof(index, size, leafHash('other'), path))).not.toBe(root)
        expect(verifyInclusion({ ...proof, leaf: base64(manyLeaves[index + 1]) })).toBe(false)
        if (size > 1) expect(verifyInclusion({ ...proof, hashes: hashes.slice(1) })).toBe(false)
        expect(verifyInclusion({ ...proof, hashes: [...hashes, root] })).toBe(false)
        if (size > 1) expect(verifyInclusion({ ...proof, index: (index + 1) % size })).toBe(false)
      }
    }
  })

  it('of consistency holds, for its own sizes and roots alone', () => {
    for (let to = 1; to <= 40; to++) {
      const toRoot = base64(rootOf(manyLeaves.slice(0, to)))
      for (let from = 1; from <= to; from++) {
        const fromRoot = base64(rootOf(manyLeaves.slice(0, from)))
        const hashes = proofOf(manyLeaves, consistencyRanges(from, to))
        const proof = { from, to, fromRoot, toRoot, hashes }
        expect(verifyConsistency(proof)).toBe(true)
        if (from === to) continue
        expect(verifyConsistency({ ...proof, fromRoot: toRoot })).toBe(false)
        expect(verifyConsistency({ ...proof, toRoot: fromRoot })).toBe(false)
        expect(verifyConsistency({ ...proof, hashes: hashes.slice(1) })).toBe(false)
        expect(verifyConsistency({ ...proof, hashes: [...hashes, toRoot] })).toBe(false)
      }
    }
  })

  it('fails with any of its hashes altered by a bit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 70 }),
        fc.nat(),
        fc.nat(),
        fc.nat(255),
        (size, one, which, bit) => {
          const altered = (hashes: string[]) => {
            const at = which % hashes.length
            const bytes = Buffer.from(hashes[at] ?? '', 'base64')
            bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
            return hashes.map((hash, index) => (index === at ? base64(bytes) : hash))
          }
          const root = base64(rootOf(manyLeaves.slice(0, size)))
          const index = one % size
          const path = proofOf(manyLeaves, inclusionRanges(index, size))
          const leaf = base64(manyLeaves[index])
          expect(verifyInclusion({ index, size, leaf, root, hashes: path })).toBe(true)
          expect(verifyInclusion({ index, size, leaf, root, hashes: altered(path) })).toBe(false)
          const from = 1 + (one % (size - 1))
          const fromRoot = base64(rootOf(manyLeaves.slice(0, from)))
          const hashes = proofOf(manyLeaves, consistencyRanges(from, size))
          const proof = { from, to: size, fromRoot, toRoot: root }
          expect(verifyConsistency({ ...proof, hashes })).toBe(true)
          expect(verifyConsistency({ ...proof, hashes: altered(hashes) })).toBe(false)
        },
      ),
      { numRuns: 500 },
    )
  })
})

it('hashes in a browser without help as the built-in one does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const behindZero = Buffer.concat([Buffer.from([0]), bytes])
      expect(Buffer.from(sha256InScript(behindZero))).toEqual(leafHash(bytes))
    }),
  )
})
