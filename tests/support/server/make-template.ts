import { openFilledDatabase } from '@/cli/fill-database'
import { closeDatabase, database } from '@/server/database/database'
import { environment } from '@/server/environment'

if (process.argv[2] === 'filled') await openFilledDatabase()
else await database()
if (!environment().DATABASE_URL) await shrink()
await closeDatabase()
process.exit(0)

/** Lets go of the log of what has been written, which each copy would carry along: all but one file of 16 MB. */
async function shrink(): Promise<void> {
  const db = await database()
  await db.$executeRawUnsafe('set wal_recycle = off')
  await db.$executeRawUnsafe('select pg_switch_wal()')
  await db.$executeRawUnsafe('checkpoint')
}
