import 'server-only'
import {
  correctionOf,
  type Round,
  type Signing,
  underway,
} from '@/features/desk/round/submissions/model/submission'
import { recordAct } from '@/server/audit/audit'
import { now } from '@/server/clock'
import { database, type Transaction } from '@/server/database/database'
import { type MailToWrite, writeMails } from '@/server/mail/outbox'

/** A submission with its author; null when there is none. */
export async function findWithAuthor(id: string) {
  const db = await database()
  return db.submission.findUnique({
    where: { id },
    include: { author: true, release: true, agreedBy: true },
  })
}
export type Found = NonNullable<Awaited<ReturnType<typeof findWithAuthor>>>

/** Who wrote a submission, who approves it, and what it corrects. */
export function roundOf(found: Found, approver: Signing, at: Date): Round {
  const { author, agreedBy, agreedAt } = found
  const agreed = agreedBy && agreedAt ? { officer: agreedBy, at: agreedAt } : null
  return { author, approver, agreed, correction: correctionOf(found), at }
}

type Decision =
  | { state: 'returned'; reviewerId: string; returnReason: string }
  | { state: 'withdrawn' }

/**
 * Closes a submission that is underway without publishing it, takes it out of its release, and audits that.
 * @returns false when somebody else has decided first: nothing is changed then.
 */
export async function close(
  actor: { id: string },
  action: string,
  id: string,
  decision: Decision,
  mails: MailToWrite[] = [],
): Promise<boolean> {
  const db = await database()
  return db.$transaction(async (tx) => {
    const decided = await tx.submission.updateMany({
      where: { id, state: underway },
      data: { ...decision, releaseId: null, approvedVersion: null, decidedAt: now() },
    })
    if (decided.count === 0) return false
    await writeMails(tx, mails)
    await recordAct(tx, { officerId: actor.id, action, subject: id, outcome: 'done' })
    return true
  })
}

/** Records, in the publishing transaction, which revision a submission became. */
export async function notePublished(tx: Transaction, id: string, revision: number): Promise<void> {
  await tx.submission.update({ where: { id }, data: { publishedRevision: revision } })
}

/** Returns the submissions of a release to review: they were approved for that release only. */
export async function giveBack(tx: Transaction, releaseId: string): Promise<void> {
  await tx.submission.updateMany({ where: { releaseId, state: 'approved' }, data: undecided })
}

/** What a submission is that is to be reviewed again. */
export const undecided = {
  state: 'submitted',
  decidedAt: null,
  releaseId: null,
  approvedVersion: null,
  reviewerId: null,
} as const
