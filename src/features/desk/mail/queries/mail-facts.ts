import 'server-only'
import type { City } from '@/features/register/cities/model'
import { toCity, withCity } from '@/features/register/cities/queries'
import { itemKindOf } from '@/features/register/states/model/states'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import { snapshotOf } from '@/features/register/subjects/model/snapshot'
import type { LocalizedText } from '@/i18n/localized-text'
import { database } from '@/server/database/database'
import { releaseFailure } from '../input'

// What the words of a mail are made from, as it stands when the mail is sent.

/** A subject of the register and what it is called; the reference is null while it does not exist. */
export type NamedSubject = { kind: SubjectKind; reference: string | null; title: LocalizedText }

/** A submission as a mail speaks of it. */
export type MailedSubmission = {
  id: string
  subject: NamedSubject
  /** Whether a reviewer has still to decide. */
  waits: boolean
  /** Whether the other side has still to say yes. */
  isAsked: boolean
  /** Whether it was returned, and nothing has taken its place. */
  isReturned: boolean
  author: { name: string; city: City }
  reviewer: string | null
  returnReason: string | null
}

/** Submissions by id, in the order asked for; those that do not exist are left out. */
export async function findMailedSubmissions(ids: readonly string[]): Promise<MailedSubmission[]> {
  const db = await database()
  const rows = await db.submission.findMany({
    where: { id: { in: [...ids] } },
    include: {
      author: { include: { city: withCity } },
      reviewer: true,
      replacedBy: { select: { id: true } },
    },
  })
  const name = await namesOf(
    rows.map(({ subjectKind, subjectReference }) => ({
      kind: subjectKind,
      reference: subjectReference,
    })),
  )
  const found = rows.map((row) => ({
    id: row.id,
    subject: name({ kind: row.subjectKind, reference: row.subjectReference }),
    waits: row.state === 'submitted',
    isAsked: row.state === 'awaiting_side',
    isReturned: row.state === 'returned' && row.replacedBy === null,
    author: { name: row.author.name, city: toCity(row.author.city) },
    reviewer: row.reviewer?.name ?? null,
    returnReason: row.returnReason,
  }))
  return ids.flatMap((id) => found.find((submission) => submission.id === id) ?? [])
}

/** Items by reference, in the order asked for. */
export async function findMailedItems(references: readonly string[]): Promise<NamedSubject[]> {
  const subjects = references.map((reference) => ({ kind: itemKindOf(reference), reference }))
  return subjects.map(await namesOf(subjects))
}

/** A release as a mail speaks of it; null for an unknown id. */
export async function findMailedRelease(id: string) {
  const db = await database()
  const row = await db.release.findUnique({ where: { id } })
  if (!row) return null
  const failure = releaseFailure.safeParse(row.failure).data
  return {
    title: row.title,
    at: row.at,
    hasFailed: row.state === 'failed',
    /** The item that stood in the way, where it was one, and why. */
    reference: failure?.reference ?? null,
    reason: failure?.reason ?? null,
  }
}

type Subject = { kind: SubjectKind; reference: string | null }

/** What subjects are called, as the log last knew them. */
async function namesOf(subjects: readonly Subject[]): Promise<(subject: Subject) => NamedSubject> {
  const db = await database()
  const named = subjects.filter(({ reference }) => reference !== null)
  const latest = await db.revision.findMany({
    where: {
      OR: named.map(({ kind, reference }) => ({
        subjectKind: kind,
        subjectReference: reference ?? '',
      })),
    },
    orderBy: { number: 'desc' },
    distinct: ['subjectKind', 'subjectReference'],
    select: { subjectKind: true, subjectReference: true, after: true },
  })
  const titles = new Map(
    latest.map(({ subjectKind, subjectReference, after }) => {
      const { texts } = snapshotOf(after)
      return [`${subjectKind} ${subjectReference}`, texts.title ?? texts.name ?? texts.text ?? {}]
    }),
  )
  return ({ kind, reference }) => ({
    kind,
    reference,
    title: titles.get(`${kind} ${reference}`) ?? {},
  })
}
