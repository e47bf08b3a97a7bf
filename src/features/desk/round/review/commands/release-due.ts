import 'server-only'
import { isReviewer } from '@/features/desk/officers/policy'
import { readActiveOfficer } from '@/features/desk/officers/queries'
import { publishContent } from '@/features/desk/round/publication/commands/publish-content'
import type { Submission } from '@/generated/prisma/client'
import { recordAct } from '@/server/audit/audit'
import { now } from '@/server/clock'
import { database, type Transaction } from '@/server/database/database'
import { holdLog } from '@/server/database/hold-log'
import { writeMails } from '@/server/mail/outbox'
import { refusalOf } from './refusal'
import { giveBack, notePublished, roundOf } from './submission'

/** Why a release was not carried out, and at which subject: nothing of it is public then. */
type ReleaseFailure = { reason: string; reference: string | null }

/** Rolls the transaction back and carries the failure out of it. */
class ReleaseFailed extends Error {
  constructor(readonly failure: ReleaseFailure) {
    super(`The release fails at ${failure.reference}: ${failure.reason}.`)
  }
}

/**
 * Carries out every due release, each in one transaction: all of its submissions become public together, or
 * none does. Called at every tick on every node. A row lock makes sure that a release is carried out once;
 * one that fell due while no process ran is carried out at the next start.
 *
 * @returns how many releases ended, published or failed.
 * @throws an unexpected error of a release, after the releases behind it have been tried; that one is tried
 *   again at the next call.
 */
export async function releaseDue(): Promise<number> {
  const db = await database()
  let ended = 0
  const troubled: { id: string; error: unknown }[] = []
  for (;;) {
    let taken: string | null = null
    try {
      const isDone = await db.$transaction(
        async (tx) => {
          taken = await takeDue(
            tx,
            troubled.map(({ id }) => id),
          )
          if (!taken) return false
          await release(tx, taken)
          return true
        },
        { timeout: 60_000 },
      )
      if (!isDone) break
      ended += 1
    } catch (error) {
      if (!taken) throw error
      if (error instanceof ReleaseFailed) {
        await noteFailure(taken, error.failure)
        ended += 1
      } else troubled.push({ id: taken, error })
    }
  }
  if (troubled[0]) throw troubled[0].error
  return ended
}

/** Locks the first due release that no other node has locked, besides those given; null when there is none. */
async function takeDue(tx: Transaction, besides: readonly string[]): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    select id from "Release" where state = 'scheduled' and at <= ${now()} and id <> all(${besides})
    order by at, id limit 1 for update skip locked`
  return row?.id ?? null
}

async function release(tx: Transaction, id: string): Promise<void> {
  await holdLog(tx)
  // Locked, so that nobody can withdraw or return what is about to become public.
  await tx.$queryRaw`select id from "Submission" where "releaseId" = ${id} for update`
  const submissions = await tx.submission.findMany({
    where: { releaseId: id },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  })
  const at = now()
  for (const submission of submissions) await publishOne(tx, submission, at)
  await tx.release.update({ where: { id }, data: { state: 'released', endedAt: at } })
  await recordAct(tx, {
    officerId: null,
    action: 'releases.release',
    subject: id,
    outcome: 'done',
    detail: { submissions: submissions.map((submission) => submission.id) },
  })
}

async function publishOne(tx: Transaction, submission: Submission, at: Date): Promise<void> {
  const reference = submission.subjectReference
  const fail = (reason: string) => new ReleaseFailed({ reason, reference })
  if (submission.state !== 'approved' || submission.approvedVersion === null) {
    throw fail('not_approved')
  }
  // The approver must still be allowed to approve when the release is carried out.
  const approver = await readActiveOfficer(tx, submission.reviewerId ?? '')
  if (!approver || !isReviewer(approver)) throw fail('approver_gone')
  const found = await tx.submission.findUniqueOrThrow({
    where: { id: submission.id },
    include: { author: true, release: true, agreedBy: true },
  })
  await tx.submission.update({
    where: { id: submission.id },
    data: { state: 'published', decidedAt: at },
  })
  try {
    const version = submission.approvedVersion
    const done = await publishContent(tx, submission, version, roundOf(found, approver, at))
    await notePublished(tx, submission.id, done.revision)
  } catch (error) {
    throw fail(refusalOf(error).reason)
  }
}

/** Marks the release as failed, tells who approved and who planned it, and gives its submissions back to review. */
async function noteFailure(id: string, failure: ReleaseFailure): Promise<void> {
  const db = await database()
  await db.$transaction(async (tx) => {
    const at = now()
    const release = await tx.release.findUniqueOrThrow({
      where: { id },
      include: { submissions: true },
    })
    const submissions = release.submissions.map((submission) => submission.id)
    const noted = await tx.release.updateMany({
      where: { id, state: 'scheduled' },
      data: { state: 'failed', endedAt: at, failure: { ...failure, submissions } },
    })
    if (noted.count === 0) return
    // Back to review: the approval was for this release, which no longer exists.
    await giveBack(tx, id)
    const concerned = new Set([
      release.createdById,
      ...release.submissions.flatMap((submission) => submission.reviewerId ?? []),
    ])
    await writeMails(
      tx,
      [...concerned].map((officerId) => ({
        key: `release_failed:${id}:${officerId}`,
        officerId,
        kind: 'release_failed' as const,
        detail: { release: id, ...failure },
      })),
    )
    await recordAct(tx, {
      officerId: null,
      action: 'releases.release',
      subject: id,
      outcome: 'refused',
      detail: { ...failure },
    })
  })
}
