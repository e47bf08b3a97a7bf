import 'server-only'
import { recordAct } from '../../../server/audit'
import { database } from '../../../server/database/database'
import { type ItemForUpdate, type LiveStatement, readItem } from '../queries'
import { NoSuchSource, NothingChanged, VersionConflict } from './publish'

/** Audits a refusal on its own and answers it. */
export function refuser(officer: { id: string }, action: string, subject: string) {
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

/** What stopped a publication that was expected to be possible. */
export type PublicationRefused =
  | { reason: 'conflict'; current: LiveStatement }
  | { reason: 'no_such_source' }
  | { reason: 'nothing_changed' }

/**
 * The refusal that an error inside the transaction stands for.
 * @throws the error itself when it is none of the expected.
 */
export async function refusalOf(error: unknown, item: ItemForUpdate): Promise<PublicationRefused> {
  if (error instanceof VersionConflict) {
    const live = await readItem(await database(), item.reference)
    return { reason: 'conflict', current: live?.live ?? item.live }
  }
  if (error instanceof NoSuchSource) return { reason: 'no_such_source' }
  if (error instanceof NothingChanged) return { reason: 'nothing_changed' }
  throw error
}
