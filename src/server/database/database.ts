import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import path from 'node:path'
import { PrismaClient } from '@/generated/prisma/client'
import { environment } from '../environment'
import { acquireLock } from './lock'
import { type MigrationEngine, migrate } from './migrations'

/** The client that queries and commands work with. */
export type Database = PrismaClient
/** The client inside a transaction: the only one to use there, or the embedded engine deadlocks. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

/** `past` reads the views over the log, in a transaction that says which revision (./reading.ts). */
type Opened = { client: PrismaClient; past: PrismaClient; close(): Promise<void> }

// The server's bundles hold several copies of this module; the process must hold one database.
const shared = globalThis as {
  [opened]?: Promise<Opened> | undefined
  [readings]?: AsyncLocalStorage<Database>
}
const opened = Symbol.for('co-operation-tracker.database')
const readings = Symbol.for('co-operation-tracker.readings')

/** The database client of whoever is reading the past. */
shared[readings] ??= new AsyncLocalStorage()
export const pastReading = shared[readings]

/**
 * The database of this process: opened and migrated at the first call, never at import.
 * @throws {DataDirectoryInUse} when another process has the embedded database open.
 */
export async function database(): Promise<Database> {
  return pastReading.getStore() ?? (await openedOnce()).client
}

/**
 * How long (ms) a transaction may wait to start, and run, where it says nothing else. The embedded engine has
 * one connection, which a page of the past holds while it reads; the library's two seconds would refuse
 * officers meanwhile.
 */
const transactionOptions = { maxWait: 30_000, timeout: 30_000 }

/** The client that reads the views over the log. */
export async function pastOf(): Promise<Database> {
  return (await openedOnce()).past
}

async function openedOnce(): Promise<Opened> {
  shared[opened] ??= open().catch((error) => {
    shared[opened] = undefined
    throw error
  })
  return shared[opened]
}

/** Closes the database, if it is open, and frees the data directory. */
export async function closeDatabase(): Promise<void> {
  const current = shared[opened]
  shared[opened] = undefined
  await (await current)?.close()
}

async function open(): Promise<Opened> {
  const { DATABASE_URL, DATA_DIR } = environment()
  return DATABASE_URL ? openServer(DATABASE_URL) : openEmbedded(DATA_DIR)
}

async function openEmbedded(folder: string): Promise<Opened> {
  const lock = acquireLock(folder)
  try {
    const [{ PGlite }, { honestCommits }] = await Promise.all([
      import('@electric-sql/pglite'),
      import('./embedded-adapter'),
    ])
    const pglite = await PGlite.create(path.join(folder, 'database'))
    await migrate({
      exec: async (sql) => void (await pglite.exec(sql)),
      query: async <Row>(sql: string, values?: unknown[]) =>
        (await pglite.query<Row>(sql, values)).rows,
      exclusively: (work) => work(),
    })
    const client = new PrismaClient({ adapter: honestCommits(pglite), transactionOptions })
    const past = new PrismaClient({ adapter: honestCommits(pglite, 'past'), transactionOptions })
    return {
      client,
      past,
      close: async () => {
        await client.$disconnect()
        await past.$disconnect()
        if (!pglite.closed) await pglite.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function openServer(url: string): Promise<Opened> {
  const [{ default: pg }, { PrismaPg }] = await Promise.all([
    import('pg'),
    import('@prisma/adapter-pg'),
  ])
  const connection = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
  })
  await connection.connect()
  try {
    const query = async <Row>(sql: string, values?: unknown[]) =>
      (await connection.query(sql, values)).rows as Row[]
    await refuseUnsafeSettings(query)
    await migrate({
      exec: async (sql) => void (await connection.query(sql)),
      query,
      exclusively: async (work) => {
        await connection.query('select pg_advisory_lock($1)', [migrationLock])
        try {
          return await work()
        } finally {
          await connection.query('select pg_advisory_unlock($1)', [migrationLock])
        }
      },
    })
  } finally {
    await connection.end()
  }
  const pool = { connectionString: url, connectionTimeoutMillis: 5_000 }
  const client = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions })
  const past = new PrismaClient({
    adapter: new PrismaPg(pool, { schema: 'past' }),
    transactionOptions,
  })
  return {
    client,
    past,
    close: async () => {
      await client.$disconnect()
      await past.$disconnect()
    },
  }
}

/** An arbitrary number for the lock, the same in every process that migrates. */
const migrationLock = 20240426

/** An acknowledged change must survive a power cut: a server that may lose one is not acceptable. */
async function refuseUnsafeSettings(query: MigrationEngine['query']): Promise<void> {
  if (environment().NODE_ENV !== 'production') return
  const unsafe = await query<{ name: string }>(
    "select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'",
  )
  if (unsafe.length > 0) {
    throw new Error(
      `The PostgreSQL server has ${unsafe.map((row) => row.name).join(', ')} switched off and could lose acknowledged updates. Switch on and start again.`,
    )
  }
}
