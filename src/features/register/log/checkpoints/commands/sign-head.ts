import 'server-only'
import { latestNumber } from '@/features/register/log/commands/record'
import { now } from '@/server/clock'
import { database, type Transaction } from '@/server/database/database'
import { holdLog } from '@/server/database/hold-log'
import { environment } from '@/server/environment'
import type { Outcome } from '@/server/outcome'
import { checkpointInterval, type LogProblem } from '../model/checkpoint'
import {
  checkpointText,
  isNoteOf,
  isSignedBy,
  parseVerifier,
  type SigningKey,
  signNote,
} from '../model/note'
import { GrowingTree, leafHash, wholeSubtrees } from '../model/tree'
import { factsOf, MissingNode, originOf, readEntries, readNodes } from '../queries/read-log'
import { rewoundSince } from './check-log'
import { firstKey, heldKey, noteLastSigned } from './key'

type Signed = { checkpoint: number | null }
export type Refused =
  | { reason: 'altered'; problem: LogProblem }
  /** The key that signs this log is not on this server; another server may have it. */
  | { reason: 'no_key'; keyId: string }

const nothing = { ok: true as const, number: 0, note: null }

/** Entries read at once: the first time the whole log, later only the newest. */
const patient = { timeout: 600_000 }

/**
 * Signs the log: adds a checkpoint when there are entries that none covers, or when the last is an hour old.
 * It always extends the last checkpoint: that one's signature is checked, the tree starts from its root, and
 * only newer entries are read. Servers wait for one another, and for publications, on the log's lock, and the
 * database refuses a second checkpoint with the same number.
 *
 * Refused: `altered` (what was signed is not what the database holds), `no_key`.
 * @returns the new checkpoint's number; null when there was nothing to sign.
 */
export async function signHead(): Promise<Outcome<Signed, Refused>> {
  const db = await database()
  const outcome = await db.$transaction(async (tx) => {
    await holdLog(tx)
    // An empty log has nothing to sign, and so no key yet: the first key is noted with the first checkpoint.
    if ((await latestNumber(tx)) === 0 && (await tx.checkpoint.count()) === 0) return nothing
    return signInside(tx)
  }, patient)
  if (!outcome.ok || !outcome.note) return outcome.ok ? { ok: true, checkpoint: null } : outcome
  noteLastSigned(outcome.note)
  return { ok: true, checkpoint: outcome.number }
}

async function signInside(
  tx: Transaction,
): Promise<Outcome<{ number: number; note: string | null }, Refused>> {
  const last = await tx.checkpoint.findFirst({
    orderBy: { number: 'desc' },
    include: { key: true },
  })
  const rewound = await rewoundSince(tx)
  if (rewound) return { ok: false, reason: 'altered', problem: rewound }
  const at = now()
  const signing = await currentKey(tx, at)
  if (!signing.ok) return signing
  const { key } = signing
  if (last) {
    const text = checkpointText(factsOf(last, key.name))
    if (!isNoteOf(last.note, text) || !isSignedBy(last.note, last.key.verifier)) {
      const problem = { kind: 'checkpoint', number: last.number } as const
      return { ok: false, reason: 'altered', problem }
    }
  }
  const tree = await treeAt(tx, last?.size ?? 0)
  if (!tree || (last && tree.root().toString('base64') !== last.root)) {
    return { ok: false, reason: 'altered', problem: { kind: 'tree' } }
  }
  const missing = await takeIn(tx, tree)
  if (missing !== null) {
    return { ok: false, reason: 'altered', problem: { kind: 'entry', number: missing } }
  }
  // A clock that was set back must not date a checkpoint before the previous one.
  const signedAt = last && last.signedAt > at ? last.signedAt : at
  const isDue = tree.size > (last?.size ?? 0)
  const isOld = last && signedAt.getTime() - last.signedAt.getTime() >= checkpointInterval
  const number = (last?.number ?? 0) + 1
  if (tree.size === 0 || !(isDue || isOld)) return { ok: true, number, note: null }
  const row = { number, size: tree.size, root: tree.root().toString('base64'), signedAt }
  const keyNumber = signing.number
  const facts = { ...row, origin: key.name, signedAt: signedAt.toISOString() }
  const note = signNote(checkpointText(facts), [key])
  await tx.checkpoint.create({ data: { ...row, keyNumber, note } })
  return { ok: true, number, note }
}

/** The key that signs now, where this server has it. The first one of a new log is noted here. */
async function currentKey(
  tx: Transaction,
  at: Date,
): Promise<Outcome<{ number: number; key: SigningKey }, Refused>> {
  const keys = await tx.logKey.findMany({ orderBy: { number: 'asc' } })
  const current = keys.at(-1)
  if (!current) {
    const key = firstKey(logName())
    await tx.logKey.create({ data: { number: 1, verifier: key.verifier, since: at } })
    return { ok: true, number: 1, key }
  }
  const key = heldKey(originOf(keys), current.verifier)
  if (key) return { ok: true, number: current.number, key }
  return { ok: false, reason: 'no_key', keyId: parseVerifier(current.verifier)?.id ?? '' }
}

/** The name of a new log, for good: where it is first served. */
function logName(): string {
  return `${new URL(environment().BASE_URL).host}/log`
}

async function treeAt(tx: Transaction, size: number): Promise<GrowingTree | null> {
  try {
    return new GrowingTree(size, await readNodes(tx, wholeSubtrees({ from: 0, to: size })))
  } catch (error) {
    if (error instanceof MissingNode) return null
    throw error
  }
}

/** Adds the entries that came since. @returns the number of the first that is missing; null when none is. */
async function takeIn(tx: Transaction, tree: GrowingTree): Promise<number | null> {
  const to = await latestNumber(tx)
  for await (const entries of readEntries(tx, tree.size + 1, to)) {
    const made = entries.flatMap(({ number, text }) =>
      number === tree.size + 1 ? tree.add(leafHash(text)) : [],
    )
    await tx.logNode.createMany({
      data: made.map((node) => ({ ...node, hash: node.hash.toString('base64') })),
    })
    const last = entries.at(-1)?.number ?? 0
    if (tree.size !== last) return tree.size + 1
  }
  return to < tree.size ? to + 1 : null
}
