import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Where the migrations are: Prisma's own folder form, one `migration.sql` in each. */
export const migrationsFolder = path.join(
  /*turbopackIgnore: true*/ process.cwd(),
  'prisma',
  'migrations',
)

/** One migration on disk. */
export type Migration = {
  /** The folder's name, which orders the migrations. */
  name: string
  sql: string
  /** SHA-256 of the file, as Prisma computes it. */
  checksum: string
}

/**
 * What the runner needs of an engine: plain SQL, and a stretch in which no other process migrates.
 * `exec` runs a script of several statements.
 */
export type MigrationEngine = {
  exec(sql: string): Promise<void>
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>
  exclusively<Result>(work: () => Promise<Result>): Promise<Result>
}

/** The migrations on disk, oldest first. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return {
        name,
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      }
    })
}

/**
 * Applies what is missing, in order, each in a transaction of its own, and records it in
 * `_prisma_migrations` in Prisma's format, so that `prisma migrate status` agrees.
 *
 * @returns the names of those applied now.
 * @throws when an applied migration was edited since, or is unknown here: the database then
 *   belongs to a newer release and must not be written by this one.
 */
export async function migrate(
  engine: MigrationEngine,
  migrations = readMigrations(),
): Promise<string[]> {
  return engine.exclusively(async () => {
    await engine.exec(recordsTable)
    const recorded = await engine.query<{
      migration_name: string
      checksum: string
    }>(
      'select migration_name, checksum from "_prisma_migrations" where finished_at is not null and rolled_back_at is null',
    )
    const checksums = new Map(recorded.map((row) => [row.migration_name, row.checksum]))
    for (const name of checksums.keys()) {
      if (!migrations.some((migration) => migration.name === name)) {
        throw new Error(
          `The database has the migration ${name}, which this release does not know. It was made by a newer release: run that one.`,
        )
      }
    }
    const applied: string[] = []
    for (const migration of migrations) {
      const checksum = checksums.get(migration.name)
      if (checksum === migration.checksum) continue
      if (checksum) {
        throw new Error(
          `The migration ${migration.name} was changed after it had been applied. Restore the file and put the change into a new migration.`,
        )
      }
      await apply(engine, migration)
      applied.push(migration.name)
    }
    return applied
  })
}

async function apply(engine: MigrationEngine, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await engine.exec('begin')
    await engine.exec(sql)
    await engine.query(
      'insert into "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count) values ($1, $2, now(), $3, now(), 1)',
      [randomUUID(), checksum, name],
    )
    await engine.exec('commit')
  } catch (error) {
    await engine.exec('rollback')
    throw new Error(`The migration ${name} failed and was undone.`, {
      cause: error,
    })
  }
}

const recordsTable = `create table if not exists "_prisma_migrations" (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`
