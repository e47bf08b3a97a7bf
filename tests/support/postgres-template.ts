import type { TestProject } from 'vitest/node'
import { runSql, startPostgres } from './postgres-server'
import { prepareTemplate } from './template'

/** Starts a server with the databases that each test file copies: one migrated, one seeded as well. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  try {
    for (const kind of ['empty', 'filled'] as const) {
      await runSql(server.urlOf('postgres'), `create database template_${kind}`)
      await prepareTemplate({ DATABASE_URL: server.urlOf(`template_${kind}`) }, kind)
    }
  } catch (error) {
    await server.stop()
    throw error
  }
  const empty = server.urlOf('template_empty')
  const filled = server.urlOf('template_filled')
  project.provide('template', { empty, filled })
  return () => server.stop()
}
