import 'server-only'
import { seed } from '~/prisma/seed/seed'
import { latestNumber } from '../features/register/log/commands/record'
import { fillSearch } from '../features/register/search/commands/fill-search'
import { database } from '../server/database/database'

/** Opens the database, migrated, enters the opening facts where the log is empty, and completes what search needs. */
export async function openFilledDatabase(): Promise<void> {
  const db = await database()
  if ((await latestNumber(db)) === 0) {
    console.log('Entering the facts into the empty register …')
    const { revisions } = await seed(db)
    console.log(`Entered: ${revisions} revisions.`)
  }
  const made = await fillSearch()
  if (made > 0) console.log(`Made ${made} search entries.`)
}
