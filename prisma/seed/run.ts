import { randomUUID } from 'node:crypto'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import type { LoggedCitation } from '@/features/register/subjects/model/snapshot'
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
  const bySlug = { select: { id: true, slug: true } }
  const byReference = { select: { id: true, reference: true } }
  const toMap = (rows: { id: string; slug?: string; reference?: string }[]) =>
    new Map(rows.map((row) => [row.slug ?? row.reference ?? '', row.id]))
  const source = toMap(await tx.source.findMany(bySlug))
  return {
    tx,
    rows: new Rows(source),
    ids: {
      source,
      organisation: toMap(await tx.organisation.findMany(bySlug)),
      person: toMap(await tx.person.findMany(bySlug)),
      mechanism: toMap(await tx.mechanism.findMany(bySlug)),
      conference: toMap(await tx.conference.findMany(byReference)),
      field: toMap(await tx.field.findMany(byReference)),
      project: toMap(await tx.project.findMany(byReference)),
      document: toMap(await tx.document.findMany(byReference)),
      development: toMap(await tx.development.findMany(bySlug)),
      glossary_term: toMap(await tx.glossaryTerm.findMany(bySlug)),
    },
    entered: [],
  }
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
