import 'server-only'
import { hasAmendmentsDue } from '~/prisma/seed/amendments'
import { seed } from '~/prisma/seed/seed'
import { latestNumber } from '../features/register/log/commands/record'
import { fillSearch } from '../features/register/search/commands/fill-search'
import { type Database, database } from '../server/database/database'

/**
 * Opens the database, migrated; enters the opening facts where the log is empty, and what has been found since where
 * a set of corrections is still to be made; and completes what search needs.
 */
export async function openFilledDatabase(): Promise<void> {
  const db = await database()
  const reason = await reasonToSeed(db)
  if (reason) {
    console.log(reason)
    const { revisions } = await seed(db)
    console.log(`Entered: ${revisions} revisions.`)
  }
  const made = await fillSearch()
  if (made > 0) console.log(`Made ${made} search entries.`)
}

/** What the start of the process says before it enters facts; null where there is nothing to enter. */
async function reasonToSeed(db: Database): Promise<string | null> {
  if ((await latestNumber(db)) === 0) return 'Entering the facts into the empty register …'
  return (await hasAmendmentsDue(db))
    ? 'Correcting the facts that the register opened with …'
    : null
}
