import 'server-only'
import { type Act, recordAct, recordRefusalOfStranger } from '@/server/audit/audit'
import { database } from '@/server/database/database'

/** Audits a refusal, which changed nothing, on its own, and answers it. */
export function refuser(act: Pick<Act, 'officerId' | 'action' | 'subject'>) {
  return async <Reason extends string>(reason: Reason): Promise<{ ok: false; reason: Reason }> => {
    await recordAct(await database(), { ...act, outcome: 'refused', detail: { reason } })
    return { ok: false, reason }
  }
}

/** As `refuser`, for somebody who is not signed in. */
export function strangerRefuser(act: Pick<Act, 'action' | 'subject'>) {
  return async <Reason extends string>(reason: Reason): Promise<{ ok: false; reason: Reason }> => {
    await recordRefusalOfStranger(await database(), { ...act, detail: { reason } })
    return { ok: false, reason }
  }
}
