import 'server-only'
import type { Transaction } from './database'

/**
 * Makes this the one transaction that publishes, until it ends. Whoever publishes calls it before taking any
 * row: in one order for all, two writers cannot each hold what the other waits for.
 */
export async function holdLog(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${logLock})`
}

/** Any number, the same for every writer of the log. */
const logLock = 20030627
