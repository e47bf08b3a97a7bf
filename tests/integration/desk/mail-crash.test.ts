import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { sendDue } from '@/features/desk/mail/commands/send-due'
import { sendingTime } from '@/features/desk/mail/model'
import { closeDatabase, database } from '@/server/database/database'
import { settlePort } from '@/server/environment'
import { type MailServer, reset, startMailServer } from '~/tests/support/desk/mail-server'
import { makeMail, makeOfficer } from '~/tests/support/desk/mails'
import { readMessage } from '~/tests/support/desk/read-message'
import { type Copy, copyTemplate, engine } from '~/tests/support/server/database'

// Processes that send mails, killed at the worst moments: nothing arrives twice, and what became of each is said.

const folder = mkdtempSync(path.join(tmpdir(), 'register-crash-'))
let copy: Copy
let server: MailServer
beforeAll(async () => {
  copy = await copyTemplate('filled')
  server = await startMailServer()
  // The folder of the files is the data directory: beside an embedded database, or alone.
  Object.assign(process.env, { DATA_DIR: folder, ...copy.variables })
})
afterEach(async () => {
  vi.useRealTimers()
  reset(server)
  await (await database()).mail.deleteMany()
  await closeDatabase()
})
afterAll(async () => {
  await server.stop()
  await copy.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** From here on, mails go to the mail server, or to files. */
function useServer(url: string): void {
  process.env.SMTP_URL = url
  // Reads the settings anew.
  settlePort(3000)
}

/** Writes so many mails, and leaves the database to other processes. */
async function makeMails(count: number): Promise<string[]> {
  const db = await database()
  const officer = await makeOfficer(db)
  const ids: string[] = []
  for (let made = 0; made < count; made += 1) ids.push((await makeMail(db, officer)).id)
  await closeDatabase()
  return ids.sort()
}

/** A process that sends what is due. */
function sender(...words: string[]) {
  const process_ = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'tests/support/desk/send-mails.ts', ...words],
    { env: { ...process.env, NODE_ENV: 'test' }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return {
    process: process_,
    ended: new Promise((resolve) => process_.once('exit', resolve)),
    /** The first that it prints; empty where it does not stop on the way. */
    said: new Promise<string>((resolve) => {
      process_.stdout.once('data', (chunk) => resolve(String(chunk)))
      process_.stdout.once('end', () => resolve(''))
    }),
  }
}

/** What a server does that starts once the dead one's mails count as lost. */
async function sendAfterwards(): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + sendingTime + 1_000 })
  await sendDue()
  await sendDue()
}

const rows = async () => (await database()).mail.findMany({ orderBy: { id: 'asc' } })
const receivedIds = () =>
  server.received
    .map(({ message }) => readMessage(message).headers['message-id']?.slice(1, 37))
    .sort()

test('killed while it waits for the mail server: uncertain, never sent by itself', async () => {
  useServer(server.url)
  const ids = await makeMails(3)
  const { process, ended } = sender()
  await new Promise<void>((resolve) => {
    Object.assign(server.manners, {
      greet: () => {
        resolve()
        return new Promise<void>(() => {})
      },
    })
  })
  process.kill('SIGKILL')
  await ended
  reset(server)
  await sendAfterwards()
  const [first, ...others] = await rows()
  expect(first).toMatchObject({ state: 'uncertain', lastError: 'interrupted', attempts: 1 })
  expect(others.map(({ state }) => state)).toEqual(['sent', 'sent'])
  expect(receivedIds()).toEqual(ids.slice(1))
})

test('killed when the mail server has the mail and has not said so: arrives once', async () => {
  useServer(server.url)
  const ids = await makeMails(3)
  const { process, ended } = sender()
  Object.assign(server.manners, {
    acknowledge: async (count: number) => {
      if (count !== 2) return
      process.kill('SIGKILL')
      await ended
    },
  })
  await ended
  expect(receivedIds()).toEqual(ids.slice(0, 2))
  Object.assign(server.manners, { acknowledge: async () => {} })
  await sendAfterwards()
  expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'uncertain', 'sent'])
  expect(receivedIds()).toEqual(ids)
})

test.each([
  ['after', 3],
  ['before', 25],
] as const)(
  'killed amid its files, just %s the %i-th: one file for each, all sent',
  async (when, nth) => {
    useServer('')
    const ids = await makeMails(40)
    const outbox = path.join(process.env.DATA_DIR ?? '', 'outbox')
    rmSync(outbox, { recursive: true, force: true })
    const { process: child, ended, said } = sender(when, String(nth))
    expect(await said).toBe(`${when} file ${nth}\n`)
    child.kill('SIGKILL')
    await ended
    const files = () => readdirSync(outbox).filter((name) => name.endsWith('.eml'))
    expect(files()).toHaveLength(when === 'after' ? nth : nth - 1)
    await sendAfterwards()
    expect(files().sort()).toEqual(ids.map((id) => `${id}.eml`))
    for (const id of ids) {
      const { headers, text } = readMessage(readFileSync(path.join(outbox, `${id}.eml`), 'utf8'))
      expect(headers['message-id']).toContain(id)
      expect(text).toMatch(/email is working\.[\s\S]+desk\n/)
    }
    expect((await rows()).filter(({ state }) => state !== 'sent')).toEqual([])
  },
)

// Two processes cannot open one embedded database; a test that is skipped would count as one that failed.
const onAServer = engine === 'postgres' ? test : () => {}
onAServer('two processes on one database: each mail once', async () => {
  useServer(server.url)
  const ids = await makeMails(60)
  // A process sends one mail after another: the mail server greets neither before both have connected.
  let greeted = 0
  let isMet = () => {}
  const both = new Promise<void>((resolve) => {
    isMet = resolve
  })
  const greet = () => {
    greeted += 1
    if (greeted === 2) isMet()
    return both
  }
  Object.assign(server.manners, { greet })
  const senders = [sender(), sender()]
  await Promise.all(senders.map(({ ended }) => ended))
  expect(receivedIds()).toEqual(ids)
  const sent = await rows()
  expect(sent.filter(({ state, attempts }) => state !== 'sent' || attempts !== 1)).toEqual([])
})
