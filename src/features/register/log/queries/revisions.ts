import 'server-only'
import { listCities } from '@/features/register/cities/queries'
import { nameOfSource } from '@/features/register/sources/model'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import { factsIn, type Snapshot, snapshotOf } from '@/features/register/subjects/model/snapshot'
import type { Prisma, Revision } from '@/generated/prisma/client'
import type { LocalizedText } from '@/i18n/localized-text'
import { type Database, database } from '@/server/database/database'
import type { RevisionRecord } from '../model'
import { changesBetween, type PublicActor, type ShownRevision } from '../model'

/** The latest entry of the public log, which is the version of the register; null while it is empty. */
export async function headRevision(): Promise<{ number: number; recordedAt: string } | null> {
  const db = await database()
  const head = await db.revision.findFirst({
    orderBy: { number: 'desc' },
    select: { number: true, recordedAt: true },
  })
  return head && { number: head.number, recordedAt: head.recordedAt.toISOString() }
}

/** When the register was last revised: an ISO time; null while it is empty. */
export async function lastRevisedAt(): Promise<string | null> {
  return (await headRevision())?.recordedAt ?? null
}

/** Every revision of one subject, newest first; none for an unknown reference. */
export async function listRevisions(subject: {
  kind: SubjectKind
  reference: string
}): Promise<ShownRevision[]> {
  const db = await database()
  const rows = await db.revision.findMany({
    where: { subjectKind: subject.kind, subjectReference: subject.reference },
    orderBy: { subjectRevision: 'desc' },
  })
  return toShown(rows, rows)
}

/**
 * A revision of a subject, the latest one by default; null for an unknown reference or number.
 * @param number within the subject: 1, 2, 3 …
 */
export async function findRevision(
  subject: { kind: SubjectKind; reference: string },
  number?: number,
): Promise<RevisionRecord | null> {
  const db = await database()
  const all = { subjectKind: subject.kind, subjectReference: subject.reference }
  const latest = await db.revision.findFirst({
    where: all,
    orderBy: { subjectRevision: 'desc' },
  })
  const row =
    number === undefined || number === latest?.subjectRevision
      ? latest
      : await db.revision.findFirst({ where: { ...all, subjectRevision: number } })
  if (!latest || !row) return null
  const [revision] = await toShown([row], await correctionsAround(db, [row]))
  return {
    revision: revision as ShownRevision,
    snapshot: snapshotOf(row.after),
    latest: latest.subjectRevision,
  }
}

/** A revision by its number in the whole log; null when there is none. */
export async function findRevisionByNumber(number: number): Promise<ShownRevision | null> {
  const db = await database()
  const row = await db.revision.findUnique({ where: { number } })
  if (!row) return null
  return (await toShown([row], await correctionsAround(db, [row])))[0] ?? null
}

/** What revisions correct and what corrects them: the others that `toShown` asks for. */
export function correctionsAround(db: Database, rows: readonly Revision[]): Promise<Revision[]> {
  return db.revision.findMany({
    where: {
      OR: [
        { number: { in: rows.flatMap(({ corrects }) => corrects ?? []) } },
        { corrects: { in: rows.map(({ number }) => number) } },
      ],
    },
    orderBy: { number: 'asc' },
  })
}

/** The last changes of the register, and how much was entered when: entering hundreds of facts is one piece of news. */
export type LatestRevisions = {
  /** Newest first, first entries left out. */
  changes: ShownRevision[]
  /** The first entries, counted; null when there are none. */
  entered: Counted | null
  /** The corrections of wording alone, likewise: none of them is among the changes. */
  wording: Counted | null
}

/** So many revisions of one sort; `to` is the ISO time of the last of them. */
export type Counted = { count: number; to: string }

/** Corrections that change wording alone, as the migration of that name has it. */
export const correctionsOfWording = {
  corrects: { not: null },
  ofWording: true,
} as const satisfies Prisma.RevisionWhereInput

/** The last `limit` changes besides first entries and corrections of wording alone, and these counted. */
export async function latestRevisions(limit: number): Promise<LatestRevisions> {
  const db = await database()
  const rows = await db.revision.findMany({
    where: { action: { not: 'entered' }, NOT: correctionsOfWording },
    orderBy: { number: 'desc' },
    take: limit,
  })
  const corrected = await db.revision.findMany({
    where: { number: { in: rows.flatMap(({ corrects }) => corrects ?? []) } },
  })
  return {
    changes: await toShown(rows, corrected),
    entered: await counted(db, { action: 'entered' }),
    wording: await counted(db, correctionsOfWording),
  }
}

/** @returns null where there are none. */
async function counted(db: Database, where: Prisma.RevisionWhereInput): Promise<Counted | null> {
  const { _count, _max } = await db.revision.aggregate({
    where,
    _count: true,
    _max: { recordedAt: true },
  })
  return _max.recordedAt && { count: _count, to: _max.recordedAt.toISOString() }
}

/** What was published after a revision of the log. */
export type PublishedSince = {
  /** Newest first, as far as asked for. */
  changes: ShownRevision[]
  total: number
  /** The latest number of the log: up to there it has been looked through when all of it has been seen. */
  head: number
}

/**
 * What officers have published since this officer last looked through the log. What the register itself
 * entered as its first facts is no news.
 * @param limit the most changes to give.
 */
export async function listPublishedSince(
  officerId: string,
  limit: number,
): Promise<PublishedSince> {
  const db = await database()
  const officer = await db.officer.findUnique({
    where: { id: officerId },
    select: { seenRevision: true },
  })
  const where = {
    number: { gt: officer?.seenRevision ?? 0 },
    actorRole: { not: 'register' },
  } as const satisfies Prisma.RevisionWhereInput
  const rows = await db.revision.findMany({ where, orderBy: { number: 'desc' }, take: limit })
  const head = await db.revision.aggregate({ _max: { number: true } })
  return {
    changes: await toShown(rows),
    total: await db.revision.count({ where }),
    head: head._max.number ?? 0,
  }
}

/** Rows as pages show them, in their order. @param others among them the revisions that they correct or that correct them. */
export async function toShown(
  rows: readonly Revision[],
  others: readonly Revision[] = [],
): Promise<ShownRevision[]> {
  const cities = await listCities()
  const withCity = (actor: PublicActor) => ({
    ...actor,
    city: cities.find(({ code }) => code === actor.side) ?? null,
  })
  return rows.map((row) => shownRevision(row, others, withCity))
}

/** What a subject is called; empty for one that has no name. */
function titleOf(kind: SubjectKind, snapshot: Snapshot): LocalizedText {
  const { title, name, summary, publisher = {} } = snapshot.texts
  if (kind === 'source') {
    return nameOfSource({ ...factsIn('source', snapshot), publisherNames: publisher })
  }
  return title ?? name ?? summary ?? {}
}

function shownRevision(
  row: Revision,
  others: readonly Revision[],
  withCity: (actor: PublicActor) => ShownRevision['actor'],
): ShownRevision {
  const after = snapshotOf(row.after)
  const before = row.before === null ? null : snapshotOf(row.before)
  return {
    number: row.number,
    kind: row.subjectKind,
    reference: row.subjectReference,
    revision: row.subjectRevision,
    action: row.action,
    recordedAt: row.recordedAt.toISOString(),
    title: titleOf(row.subjectKind, after),
    actor: withCity({ role: row.actorRole, side: row.actorSide }),
    approver: row.approverRole && withCity({ role: row.approverRole, side: row.approverSide }),
    citations: row.citations as ShownRevision['citations'],
    corrects: row.corrects,
    correctsRevision: others.find(({ number }) => number === row.corrects)?.subjectRevision ?? null,
    correctsWording: row.corrects !== null && row.ofWording,
    correctedByRevisions: others
      .filter(({ corrects }) => corrects === row.number)
      .map(({ subjectRevision }) => subjectRevision)
      .sort((a, b) => a - b),
    correctionReason: row.correctionReason as ShownRevision['correctionReason'],
    changes: changesBetween(before, after),
  }
}
