import 'server-only'
import { database } from '../database/database'
import { recordAct, recordRefusalOfStranger } from './audit'

type Refuse = <const Refusal extends { reason: string }>(
  refusal: Refusal,
) => Promise<{ ok: false } & Refusal>

/** Audits a refusal, which changed nothing, on its own and answers it. */
export function refuser(
  { id: officerId }: { id: string | null },
  action: string,
  subject: string | null,
): Refuse {
  return async (refusal) => {
    const detail = { reason: refusal.reason }
    await recordAct(await database(), { officerId, action, subject, outcome: 'refused', detail })
    return { ok: false, ...refusal }
  }
}

/** As `refuser`, for somebody who is not signed in. */
export function strangerRefuser(action: string, subject: string | null): Refuse {
  return async (refusal) => {
    const detail = { reason: refusal.reason }
    await recordRefusalOfStranger(await database(), { action, subject, detail })
    return { ok: false, ...refusal }
  }
}
