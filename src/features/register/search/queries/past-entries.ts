import 'server-only'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import type { Snapshot } from '@/features/register/subjects/model/snapshot'
import { database } from '@/server/database/database'
import { isSearchedKind, quotesIn } from '../model/passages'
import { entriesOf, entriesOfQuotes } from './entries'

/** The past does not change, so the entries of this many past moments are cached. */
const kept = new Map<number, string>()
const mostKept = 8

/**
 * What can be found by words as the register stood after a revision, as the JSON that the view "past"."SearchEntry"
 * reads. Call it while that past is being read.
 * @param number the revision's number in the whole log.
 */
export async function layOutEntries(number: number): Promise<string> {
  const known = kept.get(number)
  if (known !== undefined) return known
  const db = await database()
  const latest = await db.$queryRaw<{ kind: SubjectKind; reference: string; after: Snapshot }[]>`
    select "kind"::text, "reference", "after" from "Latest"`
  const subjects = latest.flatMap(({ kind, reference, after }) =>
    isSearchedKind(kind) ? [{ kind, reference, snapshot: after }] : [],
  )
  const entries = JSON.stringify([
    ...(await entriesOf(db, subjects)),
    ...(await entriesOfQuotes(
      db,
      latest.flatMap(({ after }) => quotesIn(after)),
    )),
  ])
  const oldest = kept.keys().next()
  if (kept.size >= mostKept && !oldest.done) kept.delete(oldest.value)
  kept.set(number, entries)
  return entries
}
