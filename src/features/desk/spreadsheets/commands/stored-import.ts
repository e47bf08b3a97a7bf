import 'server-only'
import { listCities } from '@/features/register/cities/queries'
import type { Import } from '@/generated/prisma/client'
import type { Transaction } from '@/server/database/database'
import type { FileRow } from '../formats/sheet'
import type { Table } from '../formats/table'
import type { Decisions } from '../input'
import type { Findings } from '../model/spreadsheet'
import { type FileContext, referenceIn } from './draft-rows'

/** The stored JSON of an import, typed. */
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

/** What each row of an import's file needs to know of the whole. */
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
 * Stores the rows of a file, or its findings. Sent to the database as one text, because the client would
 * check every one of thousands of cells first.
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
