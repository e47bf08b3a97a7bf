import { PGlite } from '@electric-sql/pglite'
import { expect, it } from 'vitest'
import { closeDatabase, database } from '@/server/database/database'
import { readMigrations } from '@/server/database/migrations'
import { emptyDatabase } from '~/tests/support/server/database'

emptyDatabase()

type Row = { migration_name: string; checksum: string; finished: boolean }
const recorded = async () =>
  (await database()).$queryRaw<
    Row[]
  >`select migration_name, checksum, finished_at is not null as finished from _prisma_migrations order by 1`

it('records every migration on disk as Prisma would', async () => {
  expect(await recorded()).toEqual(
    readMigrations().map(({ name, checksum }) => ({
      migration_name: name,
      checksum,
      finished: true,
    })),
  )
})

it('applies nothing when the database is opened again', async () => {
  const before = await recorded()
  await closeDatabase()
  expect(await recorded()).toEqual(before)
})

it('refuses to open a database that a newer release made', async () => {
  await (await database())
    .$executeRaw`insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) values ('x', 'x', now(), '99990101000000_later', 1)`
  await closeDatabase()
  await expect(database()).rejects.toThrow(/99990101000000_later, which this release does not know/)
})

it('keeps who asserts what was published before sides were cities, and names the two cities', async () => {
  const older = await PGlite.create()
  const [before, since] = [
    readMigrations().filter(({ name }) => name < '20261130080000'),
    readMigrations().filter(({ name }) => name >= '20261130080000'),
  ]
  for (const { sql } of before) await older.exec(sql)
  const asserted = ['hk_side', 'sh_side', 'both_sides', 'press', 'editor']
  // An older register, with only the columns that matter here: its rules are off meanwhile.
  await older.exec(`set session_replication_role = replica;
    insert into "City" ("code") values ('HK'), ('SH');
    insert into "StatusStatement" ("id", "projectId", "projectState", "asOf", "assertedBy", "publishedAt") values
      ${asserted.map((one) => `('${one}', 'p', 'in_progress', '2024-05-01', '${one}', now())`).join(', ')};
    set session_replication_role = origin;`)
  for (const { sql } of since) await older.exec(sql)
  const { rows } = await older.query(
    `select "id", "assertedBy" from "StatusStatement" order by array_position($1, "id")`,
    [asserted],
  )
  expect(rows).toEqual(asserted.map((one) => ({ id: one, assertedBy: one })))
  const cities = await older.query(
    `select "code", "shortName"->>'zh-Hant' as short, "script" from "City" order by 1`,
  )
  expect(cities.rows).toEqual([
    { code: 'HK', short: '港', script: 'zh-Hant' },
    { code: 'SH', short: '滬', script: 'zh-Hans' },
  ])
  await older.close()
})
