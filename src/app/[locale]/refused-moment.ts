import { firstDay, problemOfMoment } from '@/features/register/log/queries/moment'
import type { MomentProblem } from '@/i18n/shown-moment'
import { problem, queryOf } from '@/server/http/answer'

/** `400` where the `at` parameter asks for a moment that the register cannot answer for; null where it can. */
export async function refusedMoment(request: Request): Promise<Response | null> {
  const code = await problemOfMoment(queryOf(request).at)
  return code && problem(400, 'Bad request', `at ${await wordsOfProblem(code)}`)
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
