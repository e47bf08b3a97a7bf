import 'server-only'
import { seed } from '../../prisma/seed/seed'
import { latestNumber } from '../features/revisions/record'
import { database } from '../server/database/database'

/** Opens the database, migrated, and enters the opening facts where the log is empty. */
export async function openFilledDatabase(): Promise<void> {
  const db = await database()
  if ((await latestNumber(db)) > 0) return
  console.log('Entering the facts into the empty register …')
  const { revisions } = await seed(db)
  console.log(`Entered: ${revisions} revisions.`)
}
