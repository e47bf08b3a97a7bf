import { createHash } from 'node:crypto'
import type {
  ShownCheckpoint,
  ShownKey,
} from '@/features/register/log/checkpoints/model/checkpoint'
import { canonicalText } from '@/features/register/log/checkpoints/model/entry'
import {
  checkpointText,
  parseVerifier,
  rotationText,
  type SigningKey,
  signingKey,
  signNote,
} from '@/features/register/log/checkpoints/model/note'
import { GrowingTree, leafHash } from '@/features/register/log/checkpoints/model/tree'

const origin = 'register.example.org/log'

/** A log as it is downloaded. */
export type SignedLog = {
  entries: string[]
  checkpoints: { origin: string; keys: ShownKey[]; checkpoints: ShownCheckpoint[] }
}

/** A key of the tests' log, the same for the same word. */
export const testKey = (word: string): SigningKey =>
  signingKey(origin, createHash('sha256').update(word).digest())

/** As many entries as asked for, of a few subjects. */
export function someEntries(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    canonicalText({
      number: index + 1,
      kind: 'project',
      reference: `6-1.${(index % 5) + 1}`,
      revision: Math.floor(index / 5) + 1,
      after: { state: 'in_progress', texts: { title: { 'zh-Hant': `滬港 ${index}` } } },
      recordedAt: new Date(Date.UTC(2026, 0, 1, index)).toISOString(),
    }),
  )
}

/**
 * Signs entries: one checkpoint for each size, an hour apart.
 * @param rotateAfter the checkpoint after which a second key signs; 0 for none.
 */
export function signLog(entries: string[], sizes: number[], rotateAfter = 0): SignedLog {
  const signers = rotateAfter ? [testKey('first'), testKey('second')] : [testKey('first')]
  const at = (hour: number) => new Date(Date.UTC(2026, 1, 1, hour)).toISOString()
  const tree = new GrowingTree()
  const checkpoints = sizes.map((size, index) => {
    while (tree.size < size) tree.add(leafHash(entries[tree.size] ?? ''))
    const number = index + 1
    const key = rotateAfter && number > rotateAfter ? 2 : 1
    const signer = signers[key - 1] as SigningKey
    const root = tree.root().toString('base64')
    const facts = { origin, size, root, number, signedAt: at(number) }
    const note = signNote(checkpointText(facts), [signer])
    return { number, size, root, signedAt: at(number), key, keyId: idOf(signer), note }
  })
  const keys = signers.map((signer, index) => {
    const since = at(index === 0 ? 1 : rotateAfter)
    const { verifier } = signer
    const facts = { origin, number: index + 1, verifier, afterCheckpoint: rotateAfter, since }
    const note = index === 0 ? null : signNote(rotationText(facts), signers)
    return { number: index + 1, id: idOf(signer), verifier, since, note }
  })
  return { entries: entries.slice(0, sizes.at(-1)), checkpoints: { origin, keys, checkpoints } }
}

function idOf({ verifier }: SigningKey): string {
  return parseVerifier(verifier)?.id ?? ''
}
