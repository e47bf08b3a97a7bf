import { randomUUID } from 'node:crypto'
import { kinds, type SubjectKind, subjectKinds } from '@/features/register/subjects/model/kinds'
import type { LoggedCitation } from '@/features/register/subjects/model/snapshot'
import { Prisma } from '@/generated/prisma/client'
import type { Transaction } from '@/server/database/database'
import { Rows } from './rows'

/** One run of the seed: what the database holds, and what this run adds. */
export type Run = {
  tx: Transaction
  rows: Rows
  /** Ids by permanent reference, of what was held before and of what this run has added. */
  ids: Record<SubjectKind, Map<string, string>>
  /** What this run has added, in the order in which the log is to say it. */
  entered: {
    kind: SubjectKind
    reference: string
    citations: LoggedCitation[]
  }[]
}

/** Reads what the database holds already: the seed adds to it and never touches it. */
export async function startRun(tx: Transaction): Promise<Run> {
  const held: [SubjectKind, Map<string, string>][] = []
  for (const kind of subjectKinds) held.push([kind, await readIds(tx, kind)])
  const ids = Object.fromEntries(held) as Run['ids']
  return { tx, rows: new Rows(ids.source), ids, entered: [] }
}

async function readIds(tx: Transaction, kind: SubjectKind): Promise<Map<string, string>> {
  const { table, key } = kinds[kind]
  const rows = await tx.$queryRaw<{ id: string; reference: string }[]>`
    select "id", ${Prisma.raw(`"${key}"`)} as "reference" from ${Prisma.raw(`"${table}"`)}`
  return new Map(rows.map(({ id, reference }) => [reference, id]))
}

/**
 * Notes that this run enters a subject, unless the register has it.
 * @returns the new row's id, known before the row is written; null when the register has the subject.
 */
export function enter(
  run: Run,
  kind: SubjectKind,
  reference: string,
  citations: LoggedCitation[] = [],
): string | null {
  if (run.ids[kind].has(reference)) return null
  const id = randomUUID()
  run.ids[kind].set(reference, id)
  run.entered.push({ kind, reference, citations })
  return id
}
