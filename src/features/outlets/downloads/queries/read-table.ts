import 'server-only'
import { developmentFilter } from '@/features/register/developments/input'
import { documentFilter } from '@/features/register/documents/input'
import { sourceFilter } from '@/features/register/evidence/input'
import { changeFilter } from '@/features/register/history/input'
import { listChanges } from '@/features/register/history/queries/list-changes'
import { headRevision, listRevisions } from '@/features/register/log/queries/revisions'
import { readProgramFilter } from '@/features/register/projects/input'
import { readFileParameters } from '../input'
import { permalinkOf } from '../model/address'
import type { RevisionRow } from '../model/subjects'
import type { Cell, TableName } from '../model/table'
import { cellsOf, type Rows } from '../model/tables'
import { readDocuments, readProjects } from './read-items'
import {
  readConferences,
  readDevelopments,
  readFields,
  readOrganisations,
  readSources,
  readTerms,
} from './read-subjects'

/** How an address asks, once it is split. */
export type Parameters = Record<string, string | string[] | undefined>

/**
 * The rows of a list as the values of its columns, some at a time: all that the filter in an address asks for,
 * by the same reading of it as the list's page has.
 */
export async function* readTable(table: TableName, params: Parameters): AsyncGenerator<Cell[][]> {
  for await (const rows of rowsOf(table, params)) {
    yield (rows as Rows[TableName][]).map((row) => cellsOf(table, row))
    // The embedded engine runs in this thread: let pending requests run between two portions.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

function rowsOf(table: TableName, params: Parameters): AsyncGenerator<Rows[TableName][]> {
  const { reference } = readFileParameters(params)
  switch (table) {
    case 'projects':
      return readProjects(readProgramFilter(params), reference)
    case 'documents':
      return readDocuments(documentFilter.read(params), reference)
    case 'revisions':
      return readRevisions(params, reference)
    case 'organisations':
      return once(() => readOrganisations(reference))
    case 'developments':
      return once(() => readDevelopments(developmentFilter.read(params), reference))
    case 'sources':
      return once(() => readSources(sourceFilter.read(params), reference))
    case 'conferences':
      return once(() => readConferences(reference))
    case 'fields':
      return once(() => readFields(reference))
    case 'glossary':
      return once(() => readTerms(reference))
  }
}

async function* once<Row>(read: () => Promise<Row[]>): AsyncGenerator<Row[]> {
  yield await read()
}

const revisionsAtOnce = 500

/** The changes that the filter of their page asks for, newest first; or those of one subject. */
async function* readRevisions(
  params: Parameters,
  reference: string | null,
): AsyncGenerator<RevisionRow[]> {
  const filter = changeFilter.begun(changeFilter.read(params))
  if (reference !== null && filter.kind) {
    yield (await listRevisions({ kind: filter.kind, reference })).map(withPermalink)
    return
  }
  for (let before: number | null | undefined; before !== null; ) {
    const { changes, next } = await listChanges(
      before === undefined ? filter : { ...filter, before },
      revisionsAtOnce,
    )
    yield changes.map(withPermalink)
    before = next
  }
}

function withPermalink(revision: Rows['revisions'] | Omit<Rows['revisions'], 'permalink'>) {
  const { kind, reference, revision: number } = revision
  return { ...revision, permalink: permalinkOf(kind, reference, number) }
}

/** The last revision that a reading knows. */
export type Head = { number: number; recordedAt: string }

/** How often a read that a publication interrupts is started again. */
const attempts = 4

/**
 * Reads several things at one head of the log, and starts again when something is published meanwhile.
 * @param read gets the head, null while the register is empty.
 * @throws when publications keep interrupting it.
 */
export async function readAtOneHead<T>(read: (head: Head | null) => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const head = await headRevision()
    const result = await read(head)
    if ((await headRevision())?.number === head?.number) return result
  }
  throw new Error('Something is published all the time: no moment could be read whole.')
}
