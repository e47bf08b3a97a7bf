import { expect, it } from 'vitest'
import { closeDatabase, database } from '@/server/database/database'
import { readMigrations } from '@/server/database/migrations'
import { emptyDatabase } from '../support/database'

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
