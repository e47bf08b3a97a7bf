import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acquireLock, DataDirectoryInUse, lockHolder } from './lock'

let folder: string
const children: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'register-lock-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

type Told = { held: boolean; pid?: number; message?: string; milliseconds?: number; naps?: number }

/** Another process that takes the lock, once the file named is there, and keeps it if it gets it. */
function begin(start = '') {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/support/server/take-lock.ts', folder, start],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  children.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async (): Promise<string> => (await lines.next()).value
  return { child, nextLine, told: async (): Promise<Told> => JSON.parse(await nextLine()) }
}

async function take(): Promise<{ told: Told; child: ChildProcess }> {
  const { child, told } = begin()
  return { child, told: await told() }
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

describe('the lock of a data directory', () => {
  it('refuses a second process twenty times, at once, naming the owner', async () => {
    const owner = await take()
    expect(owner.told.held).toBe(true)
    for (let round = 0; round < 4; round++) {
      const tries = await Promise.all(Array.from({ length: 5 }, () => take()))
      for (const { told } of tries) {
        expect(told.held).toBe(false)
        expect(told.message).toContain(`in use by process ${owner.told.pid}`)
        expect(told.milliseconds).toBeLessThan(1_000)
        expect(told.naps).toBe(0)
      }
    }
    expect(lockHolder(folder)?.pid).toBe(owner.told.pid)
  })

  it('is taken over from a process that was killed', async () => {
    const { child } = await take()
    await kill(child)
    expect(lockHolder(folder)).toBeNull()
    const lock = acquireLock(folder)
    expect(lockHolder(folder)?.pid).toBe(process.pid)
    lock.release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('goes to exactly one of several that take a stale one over', async () => {
    const { child } = await take()
    await kill(child)
    const start = path.join(folder, 'start')
    const takers = Array.from({ length: 4 }, () => begin(start))
    for (const { nextLine } of takers) expect(await nextLine()).toBe('at the line')
    writeFileSync(start, '')
    const told = await Promise.all(takers.map((taker) => taker.told()))
    const winners = told.filter(({ held }) => held)
    expect(winners).toHaveLength(1)
    expect(lockHolder(folder)?.pid).toBe(winners[0]?.pid)
  })

  it('goes to exactly one of several, however closely they meet', () => {
    const race = ['--import', 'tsx', 'tests/support/server/race-for-lock.ts', folder, '150']
    const { stdout, stderr } = spawnSync(process.execPath, race, { encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' })
  })

  it('is not held by a later process that has the number of a dead one', () => {
    const stale = { pid: process.pid, processStart: 'another boot:1', id: 'x', lockedAt: 'then' }
    writeFileSync(path.join(folder, 'lock.json'), JSON.stringify({ ...stale, host: hostname() }))
    expect(lockHolder(folder)).toBeNull()
    acquireLock(folder).release()
  })

  it('stands where the process is on another machine, which cannot be asked', () => {
    const away = { pid: 1, processStart: null, id: 'x', lockedAt: 'then', host: 'another-machine' }
    writeFileSync(path.join(folder, 'lock.json'), JSON.stringify(away))
    expect(() => acquireLock(folder)).toThrow(DataDirectoryInUse)
    expect(() => acquireLock(folder)).toThrow(/process 1 on another-machine/)
  })

  it('is taken over where its file cannot be read', () => {
    writeFileSync(path.join(folder, 'lock.json'), '{"pid":')
    acquireLock(folder).release()
  })

  it('is not freed by one that no longer holds it', () => {
    const lock = acquireLock(folder)
    rmSync(path.join(folder, 'lock.json'))
    const later = acquireLock(folder)
    lock.release()
    expect(lockHolder(folder)?.id).toBe(later.owner.id)
    later.release()
  })
})
