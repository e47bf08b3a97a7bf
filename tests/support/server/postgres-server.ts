import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { fastFolder } from '@/cli/fast-folder.mjs'
import { postgresPrograms, unprivilegedAccount } from './postgres-programs'
import { madeOnce, prepareTemplate, type TemplateKind } from './template'

export type PostgresServer = {
  /** The settings with which a process opens one of its databases: `empty` or `filled`, as the template. */
  variablesOf(database: TemplateKind): { DATABASE_URL: string; DATA_DIR: string }
  /** Ends it as a power cut would: no shutdown, no checkpoint. */
  kill(): Promise<void>
  /** Starts it again on the same data. */
  start(): Promise<void>
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

/** A PostgreSQL server of the caller's own, on a copy of the template, reached by a socket in its folder. */
export async function startPostgres(): Promise<PostgresServer> {
  const template = await clusterTemplate()
  const folder = mkdtempSync(path.join(fastFolder(), 'register-postgres-'))
  const data = path.join(folder, 'data')
  giveToServer(folder)
  succeed('cp', ['-a', template, data])
  const programs = await postgresPrograms()
  let server = await run(programs, data, folder)
  return {
    variablesOf: (database) => ({
      DATABASE_URL: addressOf(folder, database),
      DATA_DIR: path.join(folder, 'files'),
    }),
    start: async () => {
      server = await run(programs, data, folder)
    },
    kill: () => end(server, 'SIGKILL'),
    stop: async () => {
      // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
      await end(server, 'SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The data of a server that was stopped, with the databases `empty` and `filled`, to be copied. */
export function clusterTemplate(): Promise<string> {
  return madeOnce('cluster', async (draft) => {
    const programs = await postgresPrograms()
    mkdirSync(draft)
    giveToServer(draft)
    succeed(
      path.join(programs, 'initdb'),
      ['-D', draft, '-U', 'register', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      { ...unprivilegedAccount(), cwd: draft },
    )
    const sockets = mkdtempSync(path.join(fastFolder(), 'register-postgres-'))
    giveToServer(sockets)
    const server = await run(programs, draft, sockets)
    try {
      const address = (name: string) => addressOf(sockets, name)
      await runSql(address('postgres'), 'create database empty')
      await prepareTemplate({ DATABASE_URL: address('empty') }, 'empty')
      await runSql(address('postgres'), 'create database filled template empty strategy file_copy')
      await prepareTemplate({ DATABASE_URL: address('filled') }, 'filled')
    } finally {
      await end(server, 'SIGINT')
      rmSync(sockets, { recursive: true, force: true })
    }
  })
}

/** The server refuses root: what it works in belongs to the account that it runs as. */
function giveToServer(folder: string): void {
  chmodSync(folder, 0o755)
  const account = unprivilegedAccount()
  if (account) chownSync(folder, account.uid, account.gid)
}

/** By a socket, not by a port: of two servers that start at once, both could have found the same one free. */
function addressOf(sockets: string, database: string): string {
  return `postgresql://register@localhost/${database}?host=${encodeURIComponent(sockets)}`
}

/** Starts a server on the data, and waits until it says itself that it is ready. */
async function run(programs: string, data: string, sockets: string): Promise<ChildProcess> {
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, '-h', '', '-k', sockets, '-c', 'max_connections=60'],
    { ...unprivilegedAccount(), cwd: sockets, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let log = ''
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (chunk) => {
      log = `${log}${chunk}`.slice(-20_000)
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL does not start: ${log}`)))
  })
  return server
}

/**
 * Ends a server with every process of it. Those that serve a connection outlive the first for a moment, and
 * answer meanwhile; they write to one pipe with it, which closes with the last of them.
 */
async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.stderr?.closed) return
  const ended = new Promise((resolve) => server.once('close', resolve))
  server.kill(signal)
  await ended
}

/** Runs one statement on a server, outside the code under test. */
async function runSql(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function succeed(command: string, words: string[], options: object = {}): void {
  const { status, stderr, error } = spawnSync(command, words, { ...options, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} failed: ${stderr} ${error?.message ?? ''}`)
}
