import { randomBytes } from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { z } from 'zod'

/** Who holds a data directory: what the lock file says. */
const ownerSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  /** When that process began, to tell it from a later one with the same number; null where unknown. */
  processStart: z.string().nullable(),
  lockedAt: z.string(),
  id: z.string(),
})
export type LockOwner = z.infer<typeof ownerSchema>

/** Another process has the data directory open. */
export class DataDirectoryInUse extends Error {
  constructor(
    readonly folder: string,
    readonly owner: LockOwner,
  ) {
    super(
      `The data directory ${folder} is in use by process ${owner.pid}${owner.host === hostname() ? '' : ` on ${owner.host}`}, since ${owner.lockedAt}. Stop that process first, or set DATA_DIR to another folder.`,
    )
  }
}

export type Lock = { owner: LockOwner; release(): void }

/**
 * Locks the data directory for this process. The embedded database has no lock of its own, and two processes
 * that open one directory silently lose each other's rows.
 *
 * The lock file is created whole, by a hard link, so that nobody reads half of one. It is created, and a
 * stale one removed, under a second lock: without it, what is removed as stale, or because there seemed to
 * be none that can be read, might be the lock that another process has just taken.
 *
 * @throws {DataDirectoryInUse} at once, when a living process holds it.
 */
export function acquireLock(folder: string): Lock {
  mkdirSync(folder, { recursive: true })
  const lockPath = path.join(folder, 'lock.json')
  const owner: LockOwner = {
    pid: process.pid,
    host: hostname(),
    processStart: startOf(process.pid),
    lockedAt: new Date().toISOString(),
    id: randomBytes(8).toString('hex'),
  }
  // Together longer than a second lock that a crash has left is left alone.
  for (let attempt = 0; attempt < 600; attempt++) {
    const holder = readOwner(lockPath)
    if (holder && isAlive(holder)) throw new DataDirectoryInUse(folder, holder)
    if (takeFree(lockPath, owner)) {
      return { owner, release: () => releaseOwn(lockPath, owner) }
    }
  }
  throw new Error(`The lock ${lockPath} cannot be taken. Delete it if no other process is running.`)
}

/** Who holds the directory now; null when nobody, or only a process that is gone. */
export function lockHolder(folder: string): LockOwner | null {
  const holder = readOwner(path.join(folder, 'lock.json'))
  return holder && isAlive(holder) ? holder : null
}

function createWhole(target: string, owner: LockOwner): boolean {
  const draft = `${target}.${owner.id}`
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 })
  try {
    linkSync(draft, target)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function readOwner(lockPath: string): LockOwner | null {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(lockPath, 'utf8')))
  } catch {
    return null
  }
}

/** Takes the lock if no living process has it; where another is just trying, waits a moment. @returns whether it was taken. */
function takeFree(lockPath: string, owner: LockOwner): boolean {
  const guard = `${lockPath}.takeover`
  if (!createWhole(guard, owner)) {
    // Another process is taking the lock; a second lock left by a crash is minutes old, not milliseconds.
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > 5_000) rmSync(guard, { force: true })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    return false
  }
  try {
    const holder = readOwner(lockPath)
    if (holder && isAlive(holder)) return false
    rmSync(lockPath, { force: true })
    return createWhole(lockPath, owner)
  } finally {
    rmSync(guard, { force: true })
  }
}

function releaseOwn(lockPath: string, owner: LockOwner): void {
  if (readOwner(lockPath)?.id === owner.id) unlinkSync(lockPath)
}

function isAlive(owner: LockOwner): boolean {
  // Whether a process of another machine lives cannot be checked; its lock stays until a person removes it.
  if (owner.host !== hostname()) return true
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const start = startOf(owner.pid)
  return owner.processStart === null || start === null || start === owner.processStart
}

/** When a process began, in the kernel's ticks since boot (with the boot's id); null where it is not told. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The command's name, in brackets, may hold spaces: count the fields after it.
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return null
  }
}
