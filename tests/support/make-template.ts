import { openFilledDatabase } from '../../src/cli/fill-database'
import { closeDatabase, database } from '../../src/server/database/database'

if (process.argv[2] === 'filled') await openFilledDatabase()
else await database()
await closeDatabase()
process.exit(0)
