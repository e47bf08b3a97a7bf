import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { confirmed, type ItemToState, type LiveStatement } from '../model/item'
import { findItemToState } from './items'

/** What is said of an item now, once anything is. */
export type Stated = LiveStatement & {
  statementId: string
  asOf: string
  assertedBy: NonNullable<LiveStatement['assertedBy']>
}

/**
 * Opens an item of which something has been said, for an officer who is to say something of that.
 * @param may whether this officer may.
 * @returns null for an unknown reference, and where nothing has been said; `forbidden` for who may not.
 */
export async function openStated(
  officer: Officer,
  reference: string,
  may: (officer: Officer, item: ReturnType<typeof confirmed>) => boolean,
): Promise<{ item: ItemToState; live: Stated } | 'forbidden' | null> {
  const item = await findItemToState(reference)
  if (!item) return null
  const { statementId, asOf, assertedBy } = item.live
  if (!statementId || !asOf || !assertedBy) return null
  if (!may(officer, confirmed(item))) return 'forbidden'
  return { item, live: { ...item.live, statementId, asOf, assertedBy } }
}
