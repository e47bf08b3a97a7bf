import 'server-only'
import { database } from '@/server/database/database'
import { canonicalText, entryOf, type LogEntry } from '../model/entry'
import { leafHash } from '../model/tree'

/** A revision as it is signed, and its fingerprint: the hash of its canonical text (SHA-256 in base64). */
export type DescribedEntry = { entry: LogEntry; fingerprint: string }

/** Entries of the log by their numbers; a number that is none is left out. */
export async function describeEntries(
  numbers: readonly number[],
): Promise<ReadonlyMap<number, DescribedEntry>> {
  const db = await database()
  const rows = await db.revision.findMany({ where: { number: { in: [...numbers] } } })
  return new Map(
    rows.map((row) => {
      const entry = entryOf(row)
      const fingerprint = leafHash(canonicalText(entry)).toString('base64')
      return [row.number, { entry, fingerprint }]
    }),
  )
}
