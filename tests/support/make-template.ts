import { openFilledDatabase } from '@/cli/fill-database'
import { closeDatabase, database } from '@/server/database/database'

if (process.argv[2] === 'filled') await openFilledDatabase()
else await database()
await closeDatabase()
process.exit(0)
