import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { ItemKind } from '@/features/register/states/model/states'
import { type Snapshot, snapshotOf } from '@/features/register/subjects/model/snapshot'
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
  const rows = await db.revision.findMany({
    where: {
      OR: moved.map(({ kind, reference, since, now }) => ({
        subjectKind: kind,
        subjectReference: reference,
        subjectRevision: { in: [since, now] },
      })),
    },
    select: { subjectReference: true, subjectRevision: true, after: true },
  })
  const at = new Map(
    rows.map((row) => [
      `${row.subjectReference} ${row.subjectRevision}`,
      stated(snapshotOf(row.after)),
    ]),
  )
  const hasMoved = ({ reference, since, now }: (typeof moved)[number]) => {
    const before = at.get(`${reference} ${since}`)
    return !before || !isDeepStrictEqual(before, at.get(`${reference} ${now}`))
  }
  return new Set(moved.filter(hasMoved).map(({ reference }) => reference))
}

/** What a snapshot says of the state, apart from who has confirmed it. */
function stated(snapshot: Snapshot) {
  const { confirmations: _, ...statement } = snapshot.statement ?? {}
  return { state: snapshot.state, statement: snapshot.statement && statement }
}
