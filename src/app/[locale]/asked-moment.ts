import type { Moment } from '@/features/register/log/model'
import { findMoment } from '@/features/register/log/queries/moment'
import { headRevision } from '@/features/register/log/queries/revisions'
import { unchanged } from '../log/answer'

/** What a program asks about, and how it is told of a later state. */
type Asked = {
  /** Null for the present. */
  moment: Moment | null
  kept: { keep: 'latest'; tag: string }
  /** `304` where it has what would be answered; null where that is to be written. */
  known: Response | null
}

/**
 * Reads which moment of the register a program asks about, and whether it has the answer already.
 * @param at the parameter of its address.
 * @param edition rises when the same revisions are told otherwise, so that nobody keeps what was written before.
 */
export async function askedMoment(
  request: Request,
  at: string | undefined,
  edition: number,
): Promise<Asked> {
  const moment = await findMoment(at)
  const head = moment?.number ?? (await headRevision())?.number ?? 0
  const kept = { keep: 'latest', tag: `${head}-${edition}` } as const
  return { moment, kept, known: unchanged(request, kept) }
}
