import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { indexRevision } from '@/features/register/search/queries/entries'
import { kinds, type SubjectKind } from '@/features/register/subjects/model/kinds'
import { type LoggedCitation, snapshotOf } from '@/features/register/subjects/model/snapshot'
import { Prisma } from '@/generated/prisma/client'
import { now } from '@/server/clock'
import type { Transaction } from '@/server/database/database'
import { holdLog } from '@/server/database/hold-log'
import { wakeJob } from '@/server/scheduler'
import type { Correction, PublicActor, RevisionAction } from '../model'
import { readSnapshot } from '../queries/snapshot'

/** An officer, or the register itself, in the log. */
export type LogActor = PublicActor & { officerId: string | null }

/** What a command records. The snapshots before and after are read, not passed. */
export type RevisionEntry = {
  kind: SubjectKind
  reference: string
  action: RevisionAction
  actor: LogActor
  approver?: LogActor | null
  /** What the change rests on. */
  citations: LoggedCitation[]
  /** The revision that this one corrects, by its number in the whole log, and why. */
  correction?: Correction | null
  /** The moment of the change, where several entries share one; now by default. */
  at?: Date
}

/**
 * Appends one revision to the public log, inside the transaction that made the change, and refreshes
 * what is a projection of it, the search entries among them. Call it last: it reads the subject as changed.
 *
 * Writers wait for one another here until commit, so numbers have no gaps and follow the order of commits.
 *
 * @returns the revision's number, or null when nothing about the subject has changed: no entry then.
 */
export async function recordRevision(
  tx: Transaction,
  entry: RevisionEntry,
): Promise<number | null> {
  await holdLog(tx)
  const { kind, reference } = entry
  const [head, previous, after] = [
    await latestNumber(tx),
    await tx.revision.findFirst({
      where: { subjectKind: kind, subjectReference: reference },
      orderBy: { subjectRevision: 'desc' },
    }),
    await readSnapshot(tx, kind, reference),
  ]
  const before = previous ? snapshotOf(previous.after) : null
  if (isDeepStrictEqual(before, after)) return null
  const recordedAt = entry.at ?? now()
  const subjectRevision = (previous?.subjectRevision ?? 0) + 1
  await tx.revision.create({
    data: {
      number: head + 1,
      subjectKind: kind,
      subjectReference: reference,
      subjectRevision,
      action: entry.correction ? 'corrected' : entry.action,
      ...(before === null ? {} : { before }),
      after,
      citations: entry.citations,
      actorRole: entry.actor.role,
      actorSide: entry.actor.side,
      actorId: entry.actor.officerId,
      approverRole: entry.approver?.role ?? null,
      approverSide: entry.approver?.side ?? null,
      approverId: entry.approver?.officerId ?? null,
      corrects: entry.correction?.revision ?? null,
      ...(entry.correction ? { correctionReason: entry.correction.why } : {}),
      recordedAt,
    },
  })
  await project(tx, kind, reference, {
    version: subjectRevision,
    recordedAt,
  })
  await indexRevision(tx, kind, reference, { before, after })
  // The checks that the database makes at commit are made here as well: the embedded engine's adapter does
  // not report a refused commit, and the officer would be told that the change was saved.
  await tx.$executeRaw`set constraints all immediate`
  await tx.$executeRaw`set constraints all deferred`
  // The job waits for the lock that this transaction holds, so it signs what has been committed.
  wakeJob('checkpoints')
  return head + 1
}

/** The number of the latest revision: the version of the whole register; 0 before the first. */
export async function latestNumber(tx: Transaction): Promise<number> {
  const latest = await tx.revision.aggregate({ _max: { number: true } })
  return latest._max.number ?? 0
}

type Projected = { version: number; recordedAt: Date }

async function project(
  tx: Transaction,
  kind: SubjectKind,
  reference: string,
  { version, recordedAt }: Projected,
): Promise<void> {
  const { table, key } = kinds[kind]
  const isItem = kind === 'project' || kind === 'document'
  const revised = isItem
    ? Prisma.sql`, "lastRevisedAt" = ${recordedAt.toISOString()}::timestamptz`
    : Prisma.empty
  await tx.$executeRaw`
    update ${Prisma.raw(`"${table}"`)} set "version" = ${version}${revised}
    where ${Prisma.raw(`"${key}"`)} = ${reference}`
}
