import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { migrationsFolder } from '../server/database/migrations'
import { draftMigration } from './schema-engine'

// `npm run draft-migration -- a-name`: writes the SQL between the migrations and the schema,
// for a person to read and complete.
const name = process.argv[2]
if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error('Name the migration in kebab-case: npm run draft-migration -- add-something')
  process.exit(1)
}
const sql = await draftMigration()
if (!sql) {
  console.log('The migrations and the schema agree; there is nothing to draft.')
  process.exit(0)
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = path.join(migrationsFolder, `${stamp}_${name.replaceAll('-', '_')}`)
mkdirSync(folder, { recursive: true })
writeFileSync(path.join(folder, 'migration.sql'), sql)
console.log(
  `Drafted ${path.relative(process.cwd(), folder)}/migration.sql. Read it before it runs.`,
)
process.exit(0)
