import type { Side } from '@/features/register/cities/model'
import { type ShownConfirmation, standsBy } from '@/features/register/states/model/statements'
import type { LiveStatement } from './item'

/** What a side last said of the live statement; null before its first word. */
export function saidBy(
  side: Side,
  { confirmations }: Pick<LiveStatement, 'confirmations'>,
): ShownConfirmation | null {
  return confirmations.find((word) => word.side === side) ?? null
}

/** Whether the side stands by the statement as it is worded now: there is nothing to confirm then. */
export function standsUnchanged(said: ShownConfirmation | null): boolean {
  return said !== null && standsBy(said.stance) && said.revision === null
}

/** Whether there is a word of the side to take back. */
export function mayTakeBack(said: ShownConfirmation | null): boolean {
  return said !== null && said.stance !== 'withdrawn'
}
