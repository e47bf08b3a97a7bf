import type { Database } from '@/server/database/database'

/** Every row of every table, as text in a fixed order, to compare a database before and after. */
export async function dumpTables(db: Database): Promise<Record<string, string[]>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`
  const dump: Record<string, string[]> = {}
  for (const { name } of tables) {
    // The name comes from the catalogue of the database under test.
    const rows = await db.$queryRawUnsafe<{ row: string }[]>(
      `select to_jsonb(entry)::text as row from "${name}" entry order by 1`,
    )
    dump[name] = rows.map(({ row }) => row)
  }
  return dump
}
