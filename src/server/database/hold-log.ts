import 'server-only'
import type { Transaction } from './database'

/**
 * Takes the lock of the log until the transaction ends, so that one transaction publishes at a time. Called
 * before any row is locked: with one order for all, two writers cannot deadlock.
 */
export async function holdLog(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${logLock})`
}

/** An arbitrary number for the lock, the same for every writer of the log. */
const logLock = 20030627
