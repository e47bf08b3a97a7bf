import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { reviewersBesides } from '@/features/desk/officers/queries'
import type { Correction } from '@/features/register/log/model'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import type { Prisma } from '@/generated/prisma/client'
import { recordActs } from '@/server/audit/audit'
import { now } from '@/server/clock'
import type { Transaction } from '@/server/database/database'
import { newId } from '@/server/database/new-id'
import { writeMails } from '@/server/mail/outbox'
import type { SubmissionKind } from '../model/submission'

/** What an officer submits. */
export type Entry = {
  kind: SubmissionKind
  subjectKind: SubjectKind
  /** Null for a subject that does not exist yet. */
  reference: string | null
  /** The subject's version that the author had before them. */
  baseVersion: number
  content: Prisma.InputJsonValue
  correction: Correction | null
  /** The returned submission that it takes the place of. */
  replaces?: string | null
  /** The upload that it comes from. */
  importId?: string | null
  /** The draft that it ends, unless another window has changed it to a version that its author has not seen. */
  draft?: SeenDraft | null
}

/** A draft, and the versions of it that a form has seen. */
export type SeenDraft = { key: string; seen: readonly string[] }

/** What an entry comes from besides a form. */
export type Origin = { importId?: string; draft?: SeenDraft }

/**
 * Creates submissions, inside the transaction of the command that has judged them. The author's own earlier
 * submission of the same kind and subject is withdrawn, the draft is deleted, the act is audited, and every
 * reviewer but the author gets a mail.
 *
 * @param action as the audit trail names it: `progress.submit`.
 * @returns their ids, in order.
 */
export async function createSubmissions(
  tx: Transaction,
  actor: Officer,
  action: string,
  entries: readonly Entry[],
): Promise<string[]> {
  if (entries.length === 0) return []
  const at = now()
  for (const { kind, subjectKind, references } of bySubject(entries)) {
    await tx.submission.updateMany({
      where: {
        kind,
        subjectKind,
        subjectReference: { in: references },
        authorId: actor.id,
        state: { in: ['submitted', 'awaiting_side'] },
      },
      data: { state: 'withdrawn', decidedAt: at },
    })
  }
  const rows = await Promise.all(
    entries.map(async (entry) => ({
      id: newId(),
      kind: entry.kind,
      subjectKind: entry.subjectKind,
      reference: entry.reference,
      baseVersion: entry.baseVersion,
      content: entry.content,
      corrects: entry.correction?.revision ?? null,
      why: entry.correction?.why ?? null,
      replaces: await ownReturned(tx, actor, entry.replaces),
      importId: entry.importId ?? null,
    })),
  )
  for (let from = 0; from < rows.length; from += atOnce) {
    await addRows(tx, actor, at, rows.slice(from, from + atOnce))
  }
  const ids = rows.map(({ id }) => id)
  for (const { draft } of entries) {
    if (!draft) continue
    const { key, seen } = draft
    await tx.draft.deleteMany({
      where: { officerId: actor.id, key, version: { in: [...seen] } },
    })
  }
  await recordActs(
    tx,
    entries.map((entry, index) => ({
      officerId: actor.id,
      action,
      subject: entry.reference,
      outcome: 'done',
      detail: {
        submission: ids[index] ?? '',
        ...(entry.importId ? { import: entry.importId } : {}),
      },
    })),
  )
  await tellReviewers(tx, actor, ids)
  return ids
}

/** How many rows one statement of SQL adds. */
const atOnce = 500

/** Adds submissions as one JSON document: the client would take a hundred times as long to check each field. */
async function addRows(tx: Transaction, actor: Officer, at: Date, rows: readonly object[]) {
  await tx.$executeRaw`
    insert into "Submission" ("id", "kind", "subjectKind", "subjectReference", "baseVersion", "content",
      "corrects", "correctionReason", "authorId", "replacesId", "importId", "submittedAt")
    select "id", "kind"::"SubmissionKind", "subjectKind"::"SubjectKind", "reference", "baseVersion", "content",
      "corrects", "why", ${actor.id}, "replaces", "importId", ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry("id" text, "kind" text,
      "subjectKind" text, "reference" text, "baseVersion" int, "content" jsonb, "corrects" int, "why" jsonb,
      "replaces" text, "importId" text)`
  // The embedded engine runs in this thread: let pending requests run.
  await new Promise((resolve) => setImmediate(resolve))
}

/** Submissions of one kind and kind of subject, with the references that they concern. */
function bySubject(entries: readonly Entry[]) {
  const groups = new Map<
    string,
    { kind: SubmissionKind; subjectKind: SubjectKind; references: string[] }
  >()
  for (const { kind, subjectKind, reference } of entries) {
    if (!reference) continue
    const key = `${kind} ${subjectKind}`
    const group = groups.get(key) ?? { kind, subjectKind, references: [] }
    group.references.push(reference)
    groups.set(key, group)
  }
  return groups.values()
}

/** The returned submission, when it is the actor's own and nothing has taken its place yet; null otherwise. */
async function ownReturned(
  tx: Transaction,
  actor: Officer,
  id: string | null | undefined,
): Promise<string | null> {
  if (!id) return null
  const row = await tx.submission.findFirst({
    where: { id, authorId: actor.id, state: 'returned', replacedBy: null },
  })
  return row?.id ?? null
}

/** One mail to each reviewer for one act, however many items it submits. */
async function tellReviewers(tx: Transaction, actor: Officer, ids: string[]): Promise<void> {
  const [first] = ids
  const reviewers = await tx.officer.findMany({
    where: reviewersBesides(actor.id),
    select: { id: true },
  })
  await writeMails(
    tx,
    reviewers.map(({ id }) => ({
      key: `to_review:${first}:${id}`,
      officerId: id,
      kind: 'to_review' as const,
      detail: { submission: first ?? '', count: ids.length },
    })),
  )
}
