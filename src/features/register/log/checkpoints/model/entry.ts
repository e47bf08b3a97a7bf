import canonicalize from 'canonicalize'
import type { PublicActor, RevisionAction } from '@/features/register/log/model'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import type { LoggedCitation } from '@/features/register/subjects/model/snapshot'
import type { Revision } from '@/generated/prisma/client'

/** All that the public is told of a revision. Who acted is a role and a side: names and accounts are no part of it. */
export type LogEntry = {
  /** Its number in the whole log, from 1. */
  number: number
  kind: SubjectKind
  reference: string
  /** Its number within the subject, from 1. */
  revision: number
  action: RevisionAction
  /** The subject as it was and became. Signed whatever it is: somebody may have been at the database. */
  before: unknown
  after: unknown
  citations: LoggedCitation[]
  actor: PublicActor
  approver: PublicActor | null
  /** The number, in the whole log, of the revision that it corrects. */
  corrects: number | null
  correctionReason: Record<string, string> | null
  /** ISO time, to the millisecond, in UTC. */
  recordedAt: string
}

/**
 * A revision as an entry. Every fact listed here is signed; one that is added later is left out where it is
 * empty, so that earlier entries keep their bytes.
 */
export function entryOf(row: Revision): LogEntry {
  return {
    number: row.number,
    kind: row.subjectKind,
    reference: row.subjectReference,
    revision: row.subjectRevision,
    action: row.action,
    before: row.before,
    after: row.after,
    citations: row.citations as LoggedCitation[],
    actor: { role: row.actorRole, side: row.actorSide },
    approver: row.approverRole && { role: row.approverRole, side: row.approverSide },
    corrects: row.corrects,
    correctionReason: row.correctionReason as Record<string, string> | null,
    recordedAt: row.recordedAt.toISOString(),
  }
}

/**
 * JSON in the one form of RFC 8785, so that equal content is equal bytes: this text, in UTF-8, is what a
 * leaf of the tree is the hash of.
 * @throws what JSON cannot hold: a number that is none, half a character.
 */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('There is nothing to write.')
  return text
}
