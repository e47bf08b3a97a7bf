import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { fastFolder } from '@/cli/fast-folder.mjs'
import { closeDatabase, type Database, database } from '@/server/database/database'
import { startPostgres } from './postgres-server'
import { embeddedTemplate, type TemplateKind } from './template'

/** Which engine this run is on. */
export const engine = process.env.TEST_ENGINE === 'postgres' ? 'postgres' : 'pglite'

/**
 * Gives a test file the register as seeded, in a database of its own. Call it at the top of the file.
 * @returns how to reach the client, once the tests run.
 */
export function freshDatabase(): () => Database {
  return openCopy('filled')
}

/** As `freshDatabase`, migrated but without any facts. */
export function emptyDatabase(): () => Database {
  return openCopy('empty')
}

function openCopy(kind: TemplateKind): () => Database {
  let client: Database | undefined
  let copy: Copy | undefined
  beforeAll(async () => {
    copy = await copyTemplate(kind)
    // The settings are read at the first call of database(), so the copy is named before it.
    delete process.env.DATABASE_URL
    Object.assign(process.env, copy.variables)
    client = await database()
  })
  afterAll(async () => {
    await closeDatabase()
    await copy?.remove()
  })
  return () => {
    if (!client) throw new Error('The database is open only while tests run.')
    return client
  }
}

export type Copy = { variables: Record<string, string>; remove(): Promise<void> }

/** A copy of a template, and the settings with which a process opens it. */
export async function copyTemplate(kind: TemplateKind): Promise<Copy> {
  if (engine === 'postgres') {
    const server = await startPostgres()
    return { variables: server.variablesOf(kind), remove: () => server.stop() }
  }
  const template = await embeddedTemplate(kind)
  const folder = mkdtempSync(path.join(fastFolder(), 'register-test-'))
  cpSync(template, folder, { recursive: true })
  return {
    variables: { DATA_DIR: folder },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}
