import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { readAtVersions } from '@/features/desk/round/submissions/queries/versions'
import type { ItemKind } from '@/features/register/states/model/states'
import type { Snapshot } from '@/features/register/subjects/model/snapshot'
import type { Database, Transaction } from '@/server/database/database'

/**
 * Which items have had another statement, or other words in it, since a version of theirs: other changes do
 * not count.
 * @returns the references of those.
 */
export async function findNewStatements(
  db: Database | Transaction,
  items: readonly { kind: ItemKind; reference: string; since: number; now: number }[],
): Promise<ReadonlySet<string>> {
  const moved = items.filter(({ since, now }) => since !== now)
  if (moved.length === 0) return new Set()
  const seen = await readAtVersions(
    db,
    moved.map((item) => ({ ...item, version: item.since })),
  )
  const live = await readAtVersions(
    db,
    moved.map((item) => ({ ...item, version: item.now })),
  )
  const hasMoved = (_: unknown, index: number) => {
    const [was, is] = [seen[index], live[index]]
    return !was || !is || !isDeepStrictEqual(stated(was), stated(is))
  }
  return new Set(moved.filter(hasMoved).map(({ reference }) => reference))
}

/** What a snapshot says of the state, apart from who has confirmed it. */
function stated(snapshot: Snapshot) {
  const { confirmations: _, ...statement } = snapshot.statement ?? {}
  return { state: snapshot.state, statement: snapshot.statement && statement }
}
