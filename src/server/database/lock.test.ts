import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
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

type Told = { held: boolean; pid?: number; message?: string; milliseconds?: number }

/** Another process that takes the lock, at the given moment, and keeps it if it gets it. */
async function take(moment = 0): Promise<{ told: Told; child: ChildProcess }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/support/take-lock.ts', folder, String(moment)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  children.push(child)
  const line = await new Promise<string>((resolve) => {
    child.stdout?.once('data', (chunk) => resolve(String(chunk)))
  })
  return { told: JSON.parse(line), child }
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

describe('the lock of a data directory', () => {
  it('refuses a second process twenty times, within a second each, naming the owner', async () => {
    const owner = await take()
    expect(owner.told.held).toBe(true)
    for (let round = 0; round < 4; round++) {
      const tries = await Promise.all(Array.from({ length: 5 }, () => take()))
      for (const { told } of tries) {
        expect(told.held).toBe(false)
        expect(told.message).toContain(`in use by process ${owner.told.pid}`)
        expect(told.milliseconds).toBeLessThan(1_000)
      }
    }
    expect(lockHolder(folder)?.pid).toBe(owner.told.pid)
  }, 60_000)

  it('is taken over from a process that was killed', async () => {
    const { child } = await take()
    await kill(child)
    expect(lockHolder(folder)).toBeNull()
    const lock = acquireLock(folder)
    expect(lockHolder(folder)?.pid).toBe(process.pid)
    lock.release()
    expect(readdirSync(folder)).toEqual([])
  }, 20_000)

  it('goes to exactly one of several that take a stale one over', async () => {
    const { child } = await take()
    await kill(child)
    const moment = Date.now() + 4_000
    const takers = await Promise.all(Array.from({ length: 4 }, () => take(moment)))
    const winners = takers.filter(({ told }) => told.held)
    expect(winners).toHaveLength(1)
    expect(lockHolder(folder)?.pid).toBe(winners[0]?.told.pid)
  }, 40_000)

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
