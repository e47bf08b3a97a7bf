import 'server-only'
import { database } from '../database/database'
import { recordAct } from './audit'

/** Audits a refusal on its own and answers it. */
export function refuser(officer: { id: string }, action: string, subject: string | null) {
  return async <const Refusal extends { reason: string }>(
    refusal: Refusal,
  ): Promise<{ ok: false } & Refusal> => {
    await recordAct(await database(), {
      officerId: officer.id,
      action,
      subject,
      outcome: 'refused',
      detail: { reason: refusal.reason },
    })
    return { ok: false, ...refusal }
  }
}
