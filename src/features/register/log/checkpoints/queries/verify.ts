import 'server-only'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import type { ShownCheckpoint } from '../model/checkpoint'
import { canonicalText } from '../model/entry'
import { leafHash, rootByProof } from '../model/tree'
import { findCheckpointByRoot, latestCheckpoint } from './checkpoints'
import { findEntry, findLeaf, proveInclusion, rootAt } from './proofs'

/** What came of looking whether a revision is in the signed log. */
export type CheckedEntry =
  | {
      found: true
      number: number
      kind: SubjectKind
      reference: string
      revision: number
      /** Its fingerprint, base64. */
      leaf: string
      /** Whether its text, with the proof, gives the fingerprint that the checkpoint signs. */
      isSound: boolean
      checkpoint: ShownCheckpoint
    }
  | { found: false }

/** Looks for a revision by its number in the log, and works out its proof. */
export async function checkEntry(number: number): Promise<CheckedEntry> {
  const [text, checkpoint] = [await findEntry(number), await latestCheckpoint()]
  if (text === null || !checkpoint) return { found: false }
  const { size, root } = checkpoint
  const leaf = leafHash(text)
  const { hashes } = await proveInclusion(number, size)
  const path = hashes.map((hash) => Buffer.from(hash, 'base64'))
  const { kind, reference, revision } = JSON.parse(text)
  const isSound = rootByProof(number - 1, size, leaf, path).toString('base64') === root
  return {
    found: true,
    ...{ number, kind, reference, revision, isSound, checkpoint },
    leaf: leaf.toString('base64'),
  }
}

/** Looks for the revision that has this fingerprint (base64), as a text that was pasted has one. */
export async function checkLeaf(leaf: string): Promise<CheckedEntry> {
  const number = await findLeaf(leaf)
  return number === null ? { found: false } : checkEntry(number)
}

/** What a fingerprint (base64) is of: the log at a checkpoint, one revision, or nothing here. */
export async function checkFingerprint(
  fingerprint: string,
): Promise<{ checkpoint: ShownCheckpoint | null; entry: CheckedEntry }> {
  const held = await findCheckpointByRoot(fingerprint)
  // Computed, not taken from the checkpoint: the proof that today's log begins with it.
  const checkpoint = held && (await rootAt(held.size)) === fingerprint ? held : null
  return { checkpoint, entry: checkpoint ? { found: false } : await checkLeaf(fingerprint) }
}

/**
 * The fingerprint of a revision's text as somebody holds it; null where it is no JSON. Another way of
 * writing the same JSON has the same fingerprint.
 */
export function fingerprintOfText(text: string): string | null {
  try {
    return leafHash(canonicalText(JSON.parse(text))).toString('base64')
  } catch {
    return null
  }
}
