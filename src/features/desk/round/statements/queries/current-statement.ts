import 'server-only'
import type { ItemKind } from '@/features/register/states/model/states'
import { kinds } from '@/features/register/subjects/model/kinds'
import { Prisma } from '@/generated/prisma/client'
import type { Transaction } from '@/server/database/database'

/** Takes the item's row, so that no statement is published meanwhile, and tells which one is live; null when none is. */
export async function currentStatementId(
  tx: Transaction,
  kind: ItemKind,
  reference: string,
): Promise<string | null> {
  const table = Prisma.raw(`"${kinds[kind].table}"`)
  const [row] = await tx.$queryRaw<{ id: string | null }[]>`
    select "currentStatementId" as id from ${table} where reference = ${reference} for update`
  return row?.id ?? null
}
