import 'server-only'
import { documentFilter } from '@/features/register/documents/input'
import { readProgramFilter } from '@/features/register/projects/input'
import { toSource } from '@/features/register/sources/queries'
import { dateOf } from '@/features/register/subjects/model/columns'
import { byName } from '@/features/register/texts/model/called'
import { latestOf } from '@/i18n/dates'
import { database } from '@/server/database/database'
import { readFileParameters } from '../input'
import type { DocumentRow, ProjectRow } from '../model/items'
import type { ReadableRow, ReadableTable } from '../model/readable'
import { readDocuments, readProjects } from './read-items'
import type { Parameters } from './read-table'

/** The rows of a list as somebody cites them, some at a time, by the same filter and in the same order as the list. */
export async function* readReadable(
  table: ReadableTable,
  params: Parameters,
): AsyncGenerator<ReadableRow[]> {
  for await (const rows of portions(table, params)) {
    yield rows
    // As for the other sheets: let pending requests run between two portions.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function* portions(table: ReadableTable, params: Parameters): AsyncGenerator<ReadableRow[]> {
  const { reference } = readFileParameters(params)
  if (table === 'projects') {
    for await (const rows of readProjects(readProgramFilter(params), reference)) {
      const developed = await lastDeveloped(rows.map((row) => row.reference))
      yield await readable('project', rows, (row) => [
        row.statement?.asOf ?? null,
        developed.get(row.reference) ?? null,
      ])
    }
    return
  }
  for await (const rows of readDocuments(documentFilter.read(params), reference)) {
    yield await readable('document', rows, (row) => [row.statement?.asOf ?? null, row.signedOn])
  }
}

/** @param days on which something is reported of a row. */
async function readable<Row extends ProjectRow | DocumentRow>(
  kind: ReadableRow['kind'],
  rows: readonly Row[],
  days: (row: Row) => (string | null)[],
): Promise<ReadableRow[]> {
  const db = await database()
  const cited = rows.flatMap(({ statement }) => statement?.citations ?? [])
  const sources = await db.source.findMany({
    where: { slug: { in: [...new Set(cited.map(({ source }) => source))] } },
    include: { texts: true },
  })
  const fields = await db.field.findMany({
    where: { reference: { in: [...new Set(rows.flatMap(fieldsOf))] } },
    include: { texts: true },
  })
  return rows.map((row) => ({
    kind,
    reference: row.reference,
    version: row.version,
    itemised: row.itemised,
    title: row.title,
    fields: fieldsOf(row).flatMap((reference) => {
      const field = fields.find((one) => one.reference === reference)
      return field ? [byName(field)] : []
    }),
    state: row.state,
    asOf: row.statement?.asOf ?? null,
    assertedBy: row.statement?.assertedBy ?? null,
    confirmedBy: row.confirmedBy,
    citations: (row.statement?.citations ?? []).map(({ source: slug, quote }) => {
      const source = sources.find((one) => one.slug === slug)
      return {
        quote,
        source: source ? toSource(source) : null,
      }
    }),
    lastNews: latestOf(days(row)),
  }))
}

function fieldsOf(row: ProjectRow | DocumentRow): string[] {
  return 'fields' in row ? row.fields : row.field ? [row.field] : []
}

/** The date of the latest development of each project. */
async function lastDeveloped(references: readonly string[]): Promise<Map<string, string>> {
  const db = await database()
  const developments = await db.development.findMany({
    where: { projects: { some: { reference: { in: [...references] } } } },
    select: { date: true, datePrecision: true, projects: { select: { reference: true } } },
    orderBy: [{ date: 'asc' }, { datePrecision: 'asc' }, { slug: 'asc' }],
  })
  return new Map(
    developments.flatMap(({ projects, ...development }) =>
      projects.map(({ reference }) => [reference, dateOf(development)] as const),
    ),
  )
}
