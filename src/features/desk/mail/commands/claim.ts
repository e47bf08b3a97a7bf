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

/** How a claim ended. */
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
 * Records that sending has begun; false when the claim has expired, because this process was suspended for so
 * long that it was presumed dead. From here on, a failure may leave the mail accepted by the server.
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

/** Records how a claim ended, unless somebody has decided about the mail since. */
export async function settle(db: Database, claim: Claim, end: End): Promise<void> {
  const wait = end.state === 'later' ? waitAfter(claim.attempts) : null
  const state = end.state === 'later' ? (wait === null ? 'failed' : 'waiting') : end.state
  await db.mail.updateMany({
    // A mail that was presumed lost in the meantime counts as still being sent.
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
 * Settles mails whose process died while sending. Whether the mail server accepted one that had begun to
 * leave is unknown, and sending twice is worse than asking an administrator. Any other may be sent again; so
 * may a file, which is written under the same name each time.
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
