import { firstDay, problemOfMoment } from '@/features/register/log/queries/moment'
import { problemOfDay } from '@/features/register/log/queries/standing'
import type { DayProblem, MomentProblem } from '@/i18n/shown-moment'
import { problem, queryOf } from '@/server/http/answer'

/**
 * `400` where the `at` parameter asks for a moment that the register cannot answer for, or `on` for a day; null where
 * it can.
 * @param tellsDays whether what is asked for tells how things stood on a day; else `on` is refused too.
 */
export async function refusedMoment(
  request: Request,
  { tellsDays = false }: { tellsDays?: boolean } = {},
): Promise<Response | null> {
  const query = queryOf(request)
  if (query.on !== undefined && !tellsDays) {
    return problem(400, 'Bad request', `on is not known here: ${onlyItems}`)
  }
  const wrongDay = problemOfDay(query)
  if (wrongDay) return problem(400, 'Bad request', `on ${wordsOfDayProblem(wrongDay)}`)
  const code = await problemOfMoment(query.at)
  return code && problem(400, 'Bad request', `at ${await wordsOfProblem(code)}`)
}

const onlyItems =
  'how things were on a day is shown by the pages, the files and the API of projects and documents.'

/** What is wrong with a day that was asked for, as the end of a sentence for programs. */
export function wordsOfDayProblem(code: DayProblem): string {
  switch (code) {
    case 'unreadable':
      return 'is no day.'
    case 'future':
      return 'lies in the future.'
    case 'both':
      return 'and at are two questions: how things were on a day, and what had been published by one. Ask one.'
  }
}

/** What is wrong with a moment that was asked for, as the end of a sentence for programs. */
export async function wordsOfProblem(code: MomentProblem): Promise<string> {
  switch (code) {
    case 'unreadable':
      return 'is not a day, nor a time with its zone.'
    case 'future':
      return 'is in the future.'
    case 'before_first': {
      const day = await firstDay()
      return day ? `is before the first entry, of ${day}.` : 'is before the first entry.'
    }
  }
}
