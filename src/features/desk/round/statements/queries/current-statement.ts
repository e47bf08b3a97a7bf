import 'server-only'
import type { ItemKind } from '@/features/register/states/model/states'
import type { Transaction } from '@/server/database/database'

/** Takes the item's row, so that no statement is published meanwhile, and tells which one is live; null when none is. */
export async function currentStatementId(
  tx: Transaction,
  kind: ItemKind,
  reference: string,
): Promise<string | null> {
  const rows =
    kind === 'project'
      ? await tx.$queryRaw<
          { id: string | null }[]
        >`select "currentStatementId" as id from "Project" where reference = ${reference} for update`
      : await tx.$queryRaw<
          { id: string | null }[]
        >`select "currentStatementId" as id from "Document" where reference = ${reference} for update`
  return rows[0]?.id ?? null
}
