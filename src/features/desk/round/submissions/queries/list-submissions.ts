import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { isReviewer } from '@/features/desk/officers/policy'
import type { City } from '@/features/register/cities/model'
import { toCity, withCity } from '@/features/register/cities/queries'
import type { Correction } from '@/features/register/log/model'
import { nameOfSource, type SourceFacts } from '@/features/register/sources/model'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import { type ProposedSnapshot, snapshotOf } from '@/features/register/subjects/model/snapshot'
import { titleIn } from '@/features/register/texts/model/text'
import type { Prisma } from '@/generated/prisma/client'
import type { LocalizedText } from '@/i18n/localized-text'
import { type Database, database } from '@/server/database/database'
import {
  correctionOf,
  type SubmissionKind,
  type SubmissionState,
  underway,
} from '../model/submission'

/** A submission as the desk lists it. Times are ISO. */
export type ListedSubmission = {
  id: string
  kind: SubmissionKind
  subjectKind: SubjectKind
  /** Null for a subject that is to be added. */
  reference: string | null
  /** What the subject is called: as published, or as proposed where it is new. */
  title: LocalizedText
  state: SubmissionState
  baseVersion: number
  /** As stored: read it by its kind. */
  content: unknown
  correction: Correction | null
  author: { id: string; name: string; city: City }
  submittedAt: string
  decidedAt: string | null
  returnReason: string | null
  release: { id: string; at: string; title: string } | null
  publishedRevision: number | null
  importId: string | null
  /** Who said yes for the other side to what both are to say; null while nobody has, and where nobody is asked. */
  agreedBy: { name: string; at: string } | null
}

/** What to include of a submission, so that `toListed` can read it. */
export const withPeople = {
  author: { include: { city: withCity } },
  release: true,
  agreedBy: true,
} as const satisfies Prisma.SubmissionInclude
type Row = Prisma.SubmissionGetPayload<{ include: typeof withPeople }>

/** The submissions that concern an officer, the oldest first. */
export type MySubmissions = {
  /** Waiting for this officer's decision. */
  toReview: ListedSubmission[]
  /** The officer's own, waiting for another person, or for the other side. */
  waiting: ListedSubmission[]
  /** The officer's own, returned, and not taken up again yet. */
  returned: ListedSubmission[]
  /** Approved, waiting for their release: all of them for a reviewer, else the officer's own. */
  approved: ListedSubmission[]
}

/** The lists that concern an officer, as conditions: those to review are those of which `mayReview` says yes. */
function listsOf(officer: Officer): Record<keyof MySubmissions, Prisma.SubmissionWhereInput> {
  const own = { authorId: officer.id }
  return {
    toReview: isReviewer(officer)
      ? { state: 'submitted', authorId: { not: officer.id } }
      : { id: { in: [] } },
    waiting: { ...own, state: { in: ['submitted', 'awaiting_side'] } },
    returned: { ...own, state: 'returned', replacedBy: null },
    approved: { state: 'approved', ...(isReviewer(officer) ? {} : own) },
  }
}

/** @param take the most of each list. */
export async function listSubmissions(
  officer: Officer,
  { take = 500 }: { take?: number } = {},
): Promise<MySubmissions> {
  const db = await database()
  const lists = listsOf(officer)
  const list = async (where: Prisma.SubmissionWhereInput) =>
    toListed(
      db,
      await db.submission.findMany({
        where,
        include: withPeople,
        orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
        take,
      }),
    )
  return {
    toReview: await list(lists.toReview),
    waiting: await list(lists.waiting),
    returned: await list(lists.returned),
    approved: await list(lists.approved),
  }
}

/** How many there are in each list of `listSubmissions`. */
export async function countSubmissions(
  officer: Officer,
): Promise<Record<keyof MySubmissions, number>> {
  const db = await database()
  const lists = listsOf(officer)
  return {
    toReview: await db.submission.count({ where: lists.toReview }),
    waiting: await db.submission.count({ where: lists.waiting }),
    returned: await db.submission.count({ where: lists.returned }),
    approved: await db.submission.count({ where: lists.approved }),
  }
}

/**
 * What waits for this reviewer besides one submission: how many, and which is next. After the last comes the
 * one that has waited longest.
 */
export async function findNextToReview(
  officer: Officer,
  besides: string,
): Promise<{ id: string | null; count: number }> {
  const db = await database()
  const waits = { AND: [listsOf(officer).toReview, { id: { not: besides } }] }
  const first = (where: Prisma.SubmissionWhereInput) =>
    // Ids are in the order of time.
    db.submission.findFirst({ where, orderBy: { id: 'asc' }, select: { id: true } })
  const next = (await first({ AND: [waits, { id: { gt: besides } }] })) ?? (await first(waits))
  return { id: next?.id ?? null, count: await db.submission.count({ where: waits }) }
}

const underwayStatement = { kind: 'statement' as const, state: underway }

/** The officer's own statement of an item that is still underway, the latest; null when there is none. */
export async function findOwnStatement(
  officer: Officer,
  reference: string,
): Promise<ListedSubmission | null> {
  const db = await database()
  const row = await db.submission.findFirst({
    where: {
      authorId: officer.id,
      ...underwayStatement,
      subjectReference: reference,
    },
    include: withPeople,
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
  })
  return row ? ((await toListed(db, [row]))[0] ?? null) : null
}

/** What others have underway of an item, of any kind, the latest first. */
export async function listOthersUnderway(
  officer: Officer,
  item: { kind: SubjectKind; reference: string },
): Promise<ListedSubmission[]> {
  const db = await database()
  const rows = await db.submission.findMany({
    where: {
      authorId: { not: officer.id },
      state: underway,
      subjectKind: item.kind,
      subjectReference: item.reference,
    },
    include: withPeople,
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
  })
  return toListed(db, rows)
}

/** Of these items, those of which a statement is underway, by anybody. */
export async function listStated(references: readonly string[]): Promise<ReadonlySet<string>> {
  const db = await database()
  const rows = await db.submission.findMany({
    where: { ...underwayStatement, subjectReference: { in: [...references] } },
    select: { subjectReference: true },
  })
  return new Set(rows.flatMap(({ subjectReference }) => subjectReference ?? []))
}

/** The items of which the officer has a statement underway, which need nothing from them now. */
export async function listOwnStated(officer: Officer): Promise<string[]> {
  const db = await database()
  const rows = await db.submission.findMany({
    where: { ...underwayStatement, authorId: officer.id },
    select: { subjectReference: true },
  })
  return rows.flatMap(({ subjectReference }) => subjectReference ?? [])
}

/** One submission, decided or not; null for an unknown id. */
export async function findSubmission(id: string): Promise<ListedSubmission | null> {
  const db = await database()
  const row = await db.submission.findUnique({ where: { id }, include: withPeople })
  return row ? ((await toListed(db, [row]))[0] ?? null) : null
}

/** Rows with the names of their subjects, which the log has. */
export async function toListed(db: Database, rows: readonly Row[]): Promise<ListedSubmission[]> {
  const titles = await titlesOf(db, rows)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    subjectKind: row.subjectKind,
    reference: row.subjectReference,
    title: titles.get(`${row.subjectKind} ${row.subjectReference}`) ?? proposedTitle(row),
    state: row.state,
    baseVersion: row.baseVersion,
    content: row.content,
    correction: correctionOf(row),
    author: {
      id: row.author.id,
      name: row.author.name,
      city: toCity(row.author.city),
    },
    submittedAt: row.submittedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    returnReason: row.returnReason,
    release: row.release && {
      id: row.release.id,
      at: row.release.at.toISOString(),
      title: row.release.title,
    },
    publishedRevision: row.publishedRevision,
    importId: row.importId,
    agreedBy:
      row.agreedBy && row.agreedAt
        ? { name: row.agreedBy.name, at: row.agreedAt.toISOString() }
        : null,
  }))
}

/** What subjects are called, by the log; the key is the kind and the reference with a space between. */
export async function titlesOf(
  db: Database,
  rows: readonly { subjectKind: SubjectKind; subjectReference: string | null }[],
): Promise<Map<string, LocalizedText>> {
  const subjects = rows.flatMap(({ subjectKind, subjectReference }) =>
    subjectReference ? [{ subjectKind, subjectReference }] : [],
  )
  if (subjects.length === 0) return new Map()
  const revisions = await db.revision.findMany({
    where: { OR: subjects },
    distinct: ['subjectKind', 'subjectReference'],
    orderBy: [{ subjectKind: 'asc' }, { subjectReference: 'asc' }, { subjectRevision: 'desc' }],
    select: { subjectKind: true, subjectReference: true, after: true },
  })
  return new Map(
    revisions.map(({ subjectKind, subjectReference, after }) => [
      `${subjectKind} ${subjectReference}`,
      titleOf(snapshotOf(after)),
    ]),
  )
}

function proposedTitle({ content }: Row): LocalizedText {
  const { snapshot } = content as { snapshot?: ProposedSnapshot }
  return snapshot ? titleOf(snapshot) : {}
}

/** What a subject is called, by its snapshot: a title, a name, or its text; a source by who published it, when, and its title. */
function titleOf({
  texts,
  publisher,
  publishedOn,
  title,
  language,
}: ProposedSnapshot): LocalizedText {
  if (typeof publisher === 'string') {
    return nameOfSource({ publisher, publishedOn, title, language } as SourceFacts)
  }
  return titleIn(texts)
}
