import 'server-only'
import { now } from '@/server/clock'
import type { Database } from '@/server/database/database'
import type { RouteSettings } from '@/server/mail/mail-route'
import { type MailProblem, mostAttempts, problemText, sendingTime, waitAfter } from '../model'
import type { SendResult } from './smtp'

/** A mail that this process, and no other, is sending. */
export type Claim = {
  id: string
  attempts: number
  /** Until when others leave it alone. */
  until: Date
}

/** What a claim comes to. */
export type End = SendResult | { state: 'skipped'; problem: MailProblem }

/** Takes up the mail that has been due longest; null when none is. Two that ask at once get two mails. */
export async function claimDue(db: Database): Promise<Claim | null> {
  const at = now()
  const until = new Date(at.getTime() + sendingTime)
  const [claimed] = await db.$queryRaw<{ id: string; attempts: number }[]>`
    update "Mail" set "state" = 'sending', "route" = null, "attempts" = "attempts" + 1,
      "nextAttemptAt" = ${until}
    where "id" = (
      select "id" from "Mail" where "state" = 'waiting' and "nextAttemptAt" <= ${at}
      order by "nextAttemptAt", "id" limit 1 for update skip locked)
    returning "id", "attempts"`
  return claimed ? { ...claimed, until } : null
}

/**
 * Notes that the mail begins to leave; false when the claim is no longer ours, since this process slept so
 * long that it was taken for dead. From here on, what goes wrong may leave the mail in the server's hands.
 */
export async function beginToLeave(
  db: Database,
  claim: Claim,
  route: RouteSettings['route'],
): Promise<boolean> {
  const { count } = await db.mail.updateMany({
    where: { ...identity(claim), state: 'sending' },
    data: { route },
  })
  return count === 1
}

/** Writes down what came of a claim, unless somebody has decided about the mail since. */
export async function settle(db: Database, claim: Claim, end: End): Promise<void> {
  const wait = end.state === 'later' ? waitAfter(claim.attempts) : null
  const state = end.state === 'later' ? (wait === null ? 'failed' : 'waiting') : end.state
  await db.mail.updateMany({
    // One that was taken for lost in the meantime is as good as one still being sent.
    where: { ...identity(claim), state: { in: ['sending', 'uncertain'] } },
    data: {
      state,
      sentAt: state === 'sent' ? now() : null,
      lastError: end.state === 'sent' ? null : problemText(end.problem),
      ...(wait === null ? {} : { nextAttemptAt: new Date(now().getTime() + wait) }),
    },
  })
}

/**
 * Concludes on mails whose process died while it had them. Whether the mail server has one that had begun
 * to leave nobody knows, and twice is worse than a question to an administrator; any other may be sent, a
 * file too, since it is there once however often it is written.
 */
export async function concludeInterrupted(db: Database): Promise<void> {
  const interrupted = problemText({ code: 'interrupted', said: null })
  const lost = { state: 'sending' as const, nextAttemptAt: { lt: now() } }
  if (!(await db.mail.findFirst({ where: lost, select: { id: true } }))) return
  const conclude = (where: object, state: 'uncertain' | 'failed' | 'waiting') =>
    db.mail.updateMany({ where: { ...lost, ...where }, data: { state, lastError: interrupted } })
  await conclude({ route: 'smtp' }, 'uncertain')
  await conclude({ attempts: { gte: mostAttempts } }, 'failed')
  await conclude({}, 'waiting')
}

/** What tells a claim from an earlier or later one of the same mail. */
function identity({ id, attempts, until }: Claim) {
  return { id, attempts, nextAttemptAt: until }
}
