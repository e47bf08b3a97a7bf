import 'server-only'
import type { Import, Prisma } from '@/generated/prisma/client'
import { now } from '@/server/clock'
import type { Database, Transaction } from '@/server/database/database'
import { isStopping } from './background'

/** After this long without a word from whoever works on an import, another may take it over. */
const silence = 20_000

/** The import is in another process's hands, was discarded, or the server stops: let go of it. */
export class LeaseLost extends Error {}

/** An import that this process works on, and nobody else. */
export type ImportLease = {
  import: Import
  /** Says that it is still being worked on. @throws {LeaseLost} */
  renew(data?: Prisma.ImportUpdateManyMutationInput): Promise<void>
  /** Ends one stage of it, inside a transaction or out of one. @throws {LeaseLost} */
  end(
    db: Database | Transaction,
    from: 'checking' | 'applying',
    data: Prisma.ImportUpdateManyMutationInput,
  ): Promise<void>
}

/** Imports that nobody works on although there is work to do. */
export function abandoned(): Prisma.ImportWhereInput {
  return {
    state: { in: ['checking', 'applying'] },
    OR: [{ workedAt: null }, { workedAt: { lt: new Date(now().getTime() - silence) } }],
  }
}

/** Takes an import up; null when somebody else works on it, or there is nothing to do. */
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
        // Whoever resumes it need not wait.
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
