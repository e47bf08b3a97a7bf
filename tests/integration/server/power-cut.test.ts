import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '~/tests/support/server/postgres-server'

// What other tests build on: a server that was killed answers nobody, and can be started again.

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

it('leaves no process behind that still works on what it was asked', async () => {
  const { DATABASE_URL } = server.variablesOf('filled')
  const client = new pg.Client({ connectionString: DATABASE_URL })
  client.on('error', () => {})
  await client.connect()
  await client.query('select 1')
  // Long enough to outlive the server’s first process, which ends at once.
  const answer = client.query('select count(*) from generate_series(1, 2000000)').catch(() => {})
  await server.kill()
  // PostgreSQL starts on no data that a process of before still works on.
  await server.start()
  await answer
  const after = new pg.Client({ connectionString: DATABASE_URL })
  await after.connect()
  expect((await after.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await after.end()
})
