import type { Moment } from '@/features/register/log/model'
import { atMoment, findMoment } from '@/features/register/log/queries/moment'
import { headRevision } from '@/features/register/log/queries/revisions'
import { answered, queryOf, unchanged } from '@/server/http/answer'
import { nothingThere } from './nothing-there'
import { refusedMoment } from './refused-moment'

type AnswerOptions<Content> = {
  /** Raised when the same revisions are written differently, so that no cache keeps the old form. */
  edition: number
  /** Reads what is told, as of the moment; null where there is nothing. */
  read: () => Promise<Content | null>
  /** Whether words are searched for. */
  search?: boolean
  /** @param moment null for the present. */
  write: (content: Content, moment: Moment | null) => string | Promise<string>
  /** The media type of what is written. */
  type: string
  /** Answers where there is nothing. */
  none?: () => Response
}

/**
 * Answers what a program asks of the register, at the moment of the `at` parameter; 304 where it has that
 * already, 400 where there is no such moment.
 */
export async function answeredAt<Content>(
  request: Request,
  { edition, read, search = false, write, type, none = nothingThere }: AnswerOptions<Content>,
): Promise<Response> {
  const wrong = await refusedMoment(request)
  if (wrong) return wrong
  const moment = await findMoment(queryOf(request).at)
  const head = moment?.number ?? (await headRevision())?.number ?? 0
  const kept = { keep: 'latest', tag: `${head}-${edition}` } as const
  const known = unchanged(request, kept)
  if (known) return known
  const content = await atMoment(moment, read, { search })
  if (content === null) return none()
  return answered(request, await write(content, moment), { ...kept, type })
}
