import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { postgresPrograms, unprivilegedAccount } from './postgres-programs'

export type PostgresServer = {
  /** The address of one of its databases. */
  urlOf(database: string): string
  /** Ends it as a power cut would: no shutdown, no checkpoint. */
  kill(): Promise<void>
  /** Starts it again on the same data. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** A PostgreSQL server of the tests' own, in a temporary folder, on a free port of loopback. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'register-postgres-'))
  chmodSync(folder, 0o755)
  const account = unprivilegedAccount()
  const programs = postgresPrograms(folder)
  const data = path.join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (account) chownSync(data, account.uid, account.gid)
  const initialised = spawnSync(
    path.join(programs, 'initdb'),
    ['-D', data, '-U', 'register', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...account, cwd: folder, encoding: 'utf8' },
  )
  if (initialised.status !== 0) {
    throw new Error(`initdb failed: ${initialised.stderr} ${initialised.error?.message ?? ''}`)
  }
  const port = await freePort()
  const urlOf = (database: string) => `postgresql://register@127.0.0.1:${port}/${database}`
  let server: ChildProcess | undefined

  async function start(): Promise<void> {
    let log = ''
    server = spawn(
      path.join(programs, 'postgres'),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'max_connections=60'],
      { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    server.stderr?.on('data', (chunk) => {
      log += chunk
    })
    for (let attempt = 0; attempt < 300; attempt++) {
      if (await answers(urlOf('postgres'))) return
      if (server.exitCode !== null) break
      await wait(100)
    }
    throw new Error(`PostgreSQL does not answer: ${log}`)
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const current = server
    if (!current || current.exitCode !== null || current.signalCode !== null) return
    const ended = new Promise((resolve) => current.once('exit', resolve))
    current.kill(signal)
    await ended
  }

  await start()
  return {
    urlOf,
    start,
    kill: () => end('SIGKILL'),
    stop: async () => {
      // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs one statement on a server, outside the code under test. */
export async function runSql(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

async function answers(url: string): Promise<boolean> {
  return runSql(url, 'select 1').then(
    () => true,
    () => false,
  )
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}
