import 'server-only'
import type { Database, Transaction } from '@/server/database/database'
import { quotesIn, type SearchedKind } from '../model/passages'
import { latestSnapshots } from './snapshots'

/** Something that rests on a quote. */
export type Quoting = { kind: SearchedKind; reference: string }

const byReference = { select: { reference: true } } as const
const ofStatement = { select: { project: byReference, document: byReference } } as const

/**
 * What rests on a quote now, in no order. Whose statement cited it before another took its place, or whose side's
 * view did, no longer does: the latest entries of the log say so.
 * @param most how many citations are looked at.
 */
export async function listQuoting(
  db: Database | Transaction,
  { source, quote }: { source: string; quote: string },
  most?: number,
): Promise<Quoting[]> {
  const rows = await db.citation.findMany({
    where: { source: { slug: source }, quote },
    include: {
      project: byReference,
      document: byReference,
      field: byReference,
      development: { select: { slug: true } },
      announcement: { select: { conference: byReference } },
      statement: ofStatement,
      confirmation: { select: { statement: ofStatement } },
    },
    orderBy: { id: 'asc' },
    ...(most === undefined ? {} : { take: most }),
  })
  const owners = new Map<SearchedKind, Set<string>>()
  const add = (kind: SearchedKind, reference: string | undefined) => {
    if (reference) owners.set(kind, (owners.get(kind) ?? new Set()).add(reference))
  }
  for (const row of rows) {
    const stated = row.statement ?? row.confirmation?.statement
    add('project', (row.project ?? stated?.project)?.reference)
    add('document', (row.document ?? stated?.document)?.reference)
    add('field', row.field?.reference)
    add('development', row.development?.slug)
    add('conference', row.announcement?.conference.reference)
  }
  const quoting: Quoting[] = []
  for (const [kind, references] of owners) {
    for (const { reference, snapshot } of await latestSnapshots(db, kind, [...references])) {
      const isQuoted = quotesIn(snapshot).some(
        (one) => one.source === source && one.quote === quote,
      )
      if (isQuoted) quoting.push({ kind, reference })
    }
  }
  return quoting
}
