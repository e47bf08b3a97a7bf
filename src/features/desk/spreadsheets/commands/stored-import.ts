import 'server-only'
import { listCities } from '@/features/register/cities/queries'
import type { Import } from '@/generated/prisma/client'
import type { Transaction } from '@/server/database/database'
import type { FileRow } from '../formats/sheet'
import type { Table } from '../formats/table'
import type { Decisions } from '../input'
import type { Findings } from '../model/spreadsheet'
import { type FileContext, referenceIn } from './draft-rows'

/** What an import keeps, in its own form. */
export function readStored({
  rows,
  findings,
  decisions,
}: Pick<Import, 'rows' | 'findings' | 'decisions'>) {
  const table = rows as unknown as Table
  return {
    table,
    rows: (table.rows ?? []) as FileRow[],
    findings: findings as unknown as Findings,
    decisions: decisions as Decisions,
  }
}

/** What of an import's file bears on each of its rows. */
export async function contextOf(
  stored: Pick<Import, 'id' | 'rows' | 'findings' | 'decisions'>,
): Promise<FileContext> {
  const { table, decisions } = readStored(stored)
  const firstRows = new Map<string, number>()
  for (const row of table.rows) {
    const reference = referenceIn(row, table.columns)
    if (!firstRows.has(reference)) firstRows.set(reference, row.number)
  }
  return {
    importId: stored.id,
    columns: table.columns,
    isDefused: table.isDefused,
    decisions,
    firstRows,
    cities: await listCities(),
  }
}

/**
 * Keeps the rows of a file, or what was found in them: thousands at once, given to the database as one text,
 * because the client would look through every cell first.
 */
export async function storeImport(
  tx: Transaction,
  id: string,
  what: { rows: Table } | { findings: Findings },
): Promise<void> {
  if ('rows' in what) {
    const text = JSON.stringify(what.rows)
    await tx.$executeRaw`update "Import" set "rows" = ${text}::jsonb where "id" = ${id}`
  } else {
    const text = JSON.stringify(what.findings)
    await tx.$executeRaw`update "Import" set "findings" = ${text}::jsonb where "id" = ${id}`
  }
}
