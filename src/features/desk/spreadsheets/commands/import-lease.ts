import 'server-only'
import type { Import, Prisma } from '@/generated/prisma/client'
import { now } from '@/server/clock'
import type { Database, Transaction } from '@/server/database/database'
import { isStopping } from './background'

/** A lease that has not been renewed for so long (ms) has expired, and another process may take it. */
const silence = 20_000

/** The lease is lost: another process has it, the import was discarded, or the server stops. */
export class LeaseLost extends Error {}

/** An import that only this process works on. */
export type ImportLease = {
  import: Import
  /** Renews the lease. @throws {LeaseLost} */
  renew(data?: Prisma.ImportUpdateManyMutationInput): Promise<void>
  /** Ends a stage of the work and the lease with it, inside a transaction or out of one. @throws {LeaseLost} */
  end(
    db: Database | Transaction,
    from: 'checking' | 'applying',
    data: Prisma.ImportUpdateManyMutationInput,
  ): Promise<void>
}

/** Unfinished imports without a lease, or with an expired one. */
export function abandoned(): Prisma.ImportWhereInput {
  return {
    state: { in: ['checking', 'applying'] },
    OR: [{ workedAt: null }, { workedAt: { lt: new Date(now().getTime() - silence) } }],
  }
}

/** Takes the lease of an import; null when another process has it, or there is nothing to do. */
export async function takeLease(db: Database, id: string): Promise<ImportLease | null> {
  let at = now()
  const taken = await db.import.updateMany({
    where: { AND: [{ id }, abandoned()] },
    data: { workedAt: at },
  })
  if (taken.count === 0) return null
  const change = async (
    client: Database | Transaction,
    where: Prisma.ImportWhereInput,
    data: Prisma.ImportUpdateManyMutationInput,
  ) => {
    const { count } = await client.import.updateMany({
      where: { id, workedAt: at, ...where },
      data,
    })
    if (count === 0) throw new LeaseLost()
  }
  return {
    import: await db.import.findUniqueOrThrow({ where: { id } }),
    renew: async (data = {}) => {
      if (isStopping()) {
        // Released at once, so that the next process need not wait for it to expire.
        await change(db, {}, { workedAt: null })
        throw new LeaseLost()
      }
      const later = now()
      await change(db, {}, { ...data, workedAt: later })
      at = later
    },
    end: (client, from, data) => change(client, { state: from }, { ...data, workedAt: null }),
  }
}
