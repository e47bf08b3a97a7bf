import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import packageJson from '../../package.json'
import { GET } from '../../src/app/healthz/route'
import { closeDatabase } from '../../src/server/database/database'
import { type PostgresServer, startPostgres } from '../support/postgres-server'

// On PostgreSQL alone: an embedded database cannot go out of reach of the process that holds it.

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
  Object.assign(process.env, server.variablesOf('filled'))
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
