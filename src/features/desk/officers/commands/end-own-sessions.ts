import 'server-only'
import { parseSetCookieHeader } from 'better-auth/cookies'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { database, type Transaction } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import type { Officer } from '../model'

/** Ends one of one's own sessions. Refused: `no_such_session`, which another officer's is as well. */
export async function endOwnSession(
  actor: Officer,
  input: { id: string },
): Promise<Outcome<object, { reason: 'no_such_session' }>> {
  const act = { officerId: actor.id, action: 'account.end_session', subject: actor.email }
  const db = await database()
  const ended = await db.$transaction(async (tx) => {
    const { count } = await tx.officerSession.deleteMany({
      where: { id: input.id, userId: actor.id },
    })
    if (count > 0) await recordAct(tx, { ...act, outcome: 'done' })
    return count > 0
  })
  return ended
    ? { ok: true }
    : refuser(actor, act.action, act.subject)({ reason: 'no_such_session' })
}

/** Ends all of one's own sessions but this one. */
export async function endOtherSessions(
  actor: Officer,
  input: { keep: string },
): Promise<Outcome<{ ended: number }, never>> {
  const db = await database()
  const ended = await db.$transaction(async (tx) => {
    const { count } = await tx.officerSession.deleteMany({
      where: { userId: actor.id, id: { not: input.keep } },
    })
    await recordAct(tx, {
      officerId: actor.id,
      action: 'account.end_other_sessions',
      subject: actor.email,
      outcome: 'done',
      detail: { sessions: count },
    })
    return count
  })
  return { ok: true, ended }
}

/**
 * Ends every session of an officer but the one that has just begun: what they prove themselves with has changed.
 * @param cookies the `Set-Cookie` headers that begin it.
 */
export async function endSessionsBut(
  tx: Transaction,
  officerId: string,
  cookies: readonly string[],
): Promise<void> {
  const begun = cookies
    .flatMap((line) => [...parseSetCookieHeader(line)])
    .filter(([name]) => name.endsWith('session_token'))
    // Signed, as `token.signature`.
    .map(([, cookie]) => decodeURIComponent(cookie.value).split('.')[0] ?? '')
  await tx.officerSession.deleteMany({ where: { userId: officerId, token: { notIn: begun } } })
}
