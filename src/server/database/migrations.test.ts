import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Migration, type MigrationEngine, migrate, readMigrations } from './migrations'

const pglite = new PGlite()
const engine: MigrationEngine = {
  exec: async (sql) => void (await pglite.exec(sql)),
  query: async <Row>(sql: string, values?: unknown[]) =>
    (await pglite.query<Row>(sql, values)).rows,
  exclusively: (work) => work(),
}
const first: Migration = { name: '1_first', sql: 'create table one (id int);', checksum: 'a' }
const second: Migration = {
  name: '2_second',
  sql: 'create table two (id int); insert into two values (7);',
  checksum: 'b',
}

beforeEach(async () => {
  await pglite.exec('drop schema public cascade; create schema public;')
})
afterAll(() => pglite.close())

async function tables(): Promise<string[]> {
  const rows = await engine.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not like '\\_%' order by 1`,
  )
  return rows.map((row) => row.name)
}

describe('the migrations runner', () => {
  it('applies each once, in order, and later ones later', async () => {
    expect(await migrate(engine, [first])).toEqual(['1_first'])
    expect(await migrate(engine, [first, second])).toEqual(['2_second'])
    expect(await migrate(engine, [first, second])).toEqual([])
    expect(await engine.query('select id from two')).toEqual([{ id: 7 }])
  })

  it('records them as Prisma does', async () => {
    await migrate(engine, [first])
    const rows = await engine.query<Record<string, unknown>>('select * from _prisma_migrations')
    expect(rows).toEqual([
      expect.objectContaining({
        migration_name: '1_first',
        checksum: 'a',
        applied_steps_count: 1,
        rolled_back_at: null,
        logs: null,
        finished_at: expect.any(Date),
      }),
    ])
  })

  it('refuses one that was edited after it was applied', async () => {
    await migrate(engine, [first])
    const edited = { ...first, checksum: 'c' }
    await expect(migrate(engine, [edited, second])).rejects.toThrow(/1_first was changed/)
    expect(await tables()).toEqual(['one'])
  })

  it('refuses a database that a newer release made', async () => {
    await migrate(engine, [first, second])
    await expect(migrate(engine, [first])).rejects.toThrow(/2_second, which this release/)
  })

  it('undoes one that fails, whole, and can be run again', async () => {
    const broken = { ...second, sql: 'create table two (id int); select 1 / 0;' }
    await expect(migrate(engine, [first, broken])).rejects.toThrow(/2_second failed and was undone/)
    expect(await tables()).toEqual(['one'])
    expect(await migrate(engine, [first, second])).toEqual(['2_second'])
  })

  it('finds those of the register, oldest first', () => {
    const names = readMigrations().map((migration) => migration.name)
    expect(names.length).toBeGreaterThan(0)
    expect(names).toEqual([...names].sort())
  })
})
