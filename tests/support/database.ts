import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import { closeDatabase, type Database, database } from '../../src/server/database/database'
import { runSql } from './postgres-server'
import { dataParent } from './template'

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

function openCopy(kind: 'empty' | 'filled'): () => Database {
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
export async function copyTemplate(kind: 'empty' | 'filled'): Promise<Copy> {
  const template = inject('template')[kind]
  if (engine === 'pglite') {
    const folder = mkdtempSync(path.join(dataParent(), 'register-test-'))
    cpSync(template, folder, { recursive: true })
    return {
      variables: { DATA_DIR: folder },
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    }
  }
  const name = `test_${randomBytes(6).toString('hex')}`
  const url = new URL(template)
  const templateName = url.pathname.slice(1)
  url.pathname = '/postgres'
  const maintenance = url.href
  await runSql(maintenance, `create database ${name} template ${templateName} strategy file_copy`)
  url.pathname = `/${name}`
  return {
    variables: { DATABASE_URL: url.href },
    remove: () => runSql(maintenance, `drop database if exists ${name} with (force)`),
  }
}
