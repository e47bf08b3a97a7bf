import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeDatabase, database } from '@/server/database/database'
import { type Copy, copyTemplate, engine } from '~/tests/support/server/database'
import { type PostgresServer, startPostgres } from '~/tests/support/server/postgres-server'

// An officer who has been told "saved" must find it again, even after a power cut.

let copy: Copy
let server: PostgresServer | undefined
beforeAll(async () => {
  if (engine === 'pglite') {
    copy = await copyTemplate('filled')
    return
  }
  // A server of this file's own, since this test kills it.
  const own = await startPostgres()
  server = own
  copy = { variables: own.variablesOf('filled'), remove: () => own.stop() }
})
afterAll(async () => {
  await closeDatabase()
  await copy?.remove()
})

it('keeps every acknowledged revision when the process is killed in the middle of its work', async () => {
  const writer = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'tests/support/desk/write-revisions.ts'],
    { env: { ...process.env, ...copy.variables }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const acknowledged = await readUntil(writer, 90)
  const ended = new Promise((resolve) => writer.once('exit', resolve))
  writer.kill('SIGKILL')
  await server?.kill()
  await ended
  await server?.start()

  Object.assign(process.env, copy.variables)
  const db = await database()
  const rows = await db.revision.findMany({ orderBy: { number: 'asc' } })
  const held = new Set(rows.map((row) => row.number))
  expect(acknowledged.length).toBeGreaterThanOrEqual(90)
  expect(writer.signalCode).toBe('SIGKILL')
  expect(acknowledged.filter((number) => !held.has(number))).toEqual([])
  // Nothing is half written either: numbers have no gaps, and each item shows its latest revision.
  expect(rows.map((row) => row.number)).toEqual(rows.map((_, index) => index + 1))
  for (const project of await db.project.findMany()) {
    const latest = rows.findLast((row) => row.subjectReference === project.reference)
    expect(project.version).toBe(latest?.subjectRevision)
  }
})

/** The numbers that the writer printed, once it has printed so many; what arrives later counts as well. */
async function readUntil(writer: ChildProcess, count: number): Promise<number[]> {
  const numbers: number[] = []
  let rest = ''
  await new Promise<void>((resolve, reject) => {
    writer.once('exit', (code) => reject(new Error(`The writer ended by itself: ${code}.`)))
    writer.stdout?.on('data', (chunk) => {
      const lines = `${rest}${chunk}`.split('\n')
      rest = lines.pop() ?? ''
      numbers.push(...lines.map(Number))
      if (numbers.length >= count) resolve()
    })
  })
  return numbers
}
