import 'server-only'
import type { Database } from '@/server/database/database'

// The server's bundles hold several copies of this module; all of them must know the same.
const shared = globalThis as { [known]?: ReadonlySet<string> }
const known = Symbol.for('co-operation-tracker.common-grams')

/** A gram that more than one entry in twenty holds is common. */
const commonFrom = 0.05

/**
 * Learns which grams are common from the database's statistics of its last analysis. Looking up a common word
 * in the index means reading the long gram lists of nearly every entry; reading the texts, which are short,
 * is several times faster.
 */
export async function learnFrequencies(db: Database): Promise<void> {
  const [row] = await db.$queryRaw<{ grams: string[] | null; shares: number[] | null }[]>`
    select most_common_elems::text::text[] as grams, most_common_elem_freqs::float8[] as shares
    from pg_stats
    where schemaname = current_schema() and tablename = 'SearchEntry' and attname = 'grams'`
  const shares = row?.shares ?? []
  shared[known] = new Set(
    (row?.grams ?? []).filter((_, index) => (shares[index] ?? 0) > commonFrom),
  )
}

/** Whether every one of the grams is common; false before any are known. */
export function areCommon(grams: readonly string[]): boolean {
  const common = shared[known]
  return common !== undefined && grams.every((gram) => common.has(gram))
}
