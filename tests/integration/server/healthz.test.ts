import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { GET } from '@/app/healthz/route'
import { closeDatabase, database } from '@/server/database/database'
import packageJson from '~/package.json'
import { type PostgresServer, startPostgres } from '~/tests/support/server/postgres-server'

// On PostgreSQL alone: an embedded database cannot go out of reach of the process that holds it.

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
  Object.assign(process.env, server.variablesOf('filled'))
  // As a start does before it serves: to open it is no part of an answer, which is given seconds only.
  await database()
})
afterAll(async () => {
  await closeDatabase()
  await server.stop()
})

it('says how far the register has come, and that it is out of reach while it is', async () => {
  const good = await GET()
  expect(good.status).toBe(200)
  expect(good.headers.get('cache-control')).toBe('no-store')
  const { head, ...rest } = await good.json()
  expect(rest).toEqual({ status: 'ok', version: packageJson.version })
  expect(head).toBeGreaterThan(100)

  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  await server.kill()
  const bad = await GET()
  expect(bad.status).toBe(503)
  expect(bad.headers.get('cache-control')).toBe('no-store')
  expect(await bad.json()).toEqual({
    status: 'unavailable',
    reason: 'The database is out of reach.',
  })
  expect(log).toHaveBeenCalledOnce()
  log.mockRestore()

  await server.start()
  expect((await GET()).status).toBe(200)
})
