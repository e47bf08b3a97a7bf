import { answered, preflight, problem, queryOf } from '@/app/log/answer'
import { writeCalendar } from '@/features/outlets/calendar/formats/icalendar'
import { listEvents } from '@/features/outlets/calendar/queries/list-events'
import { calendarIn } from '@/features/outlets/calendar/wording/calendar'
import { readAuthority } from '@/features/outlets/feeds/queries/read-feed'
import { atMoment, isMoment } from '@/features/register/log/queries/moment'
import { languageOfPrefix } from '@/i18n/language'
import { askedMoment } from '../asked-moment'
import { nothingThere } from '../nothing-there'

export const dynamic = 'force-dynamic'
export const OPTIONS = preflight

/** Rises when the same revisions are told otherwise. */
const edition = 1

/** The days of the register: conferences, signings and developments, for a calendar to follow. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const language = languageOfPrefix((await params).locale)
  if (!language) return nothingThere()
  const { at } = queryOf(request)
  if (!isMoment(at)) {
    return problem(400, 'Bad request', 'at is no day and no time with its zone.')
  }
  const { moment, kept, known } = await askedMoment(request, at, edition)
  if (known) return known
  const events = await atMoment(moment, listEvents)
  const { host } = await readAuthority()
  return answered(request, writeCalendar(calendarIn(language, events, host)), {
    ...kept,
    type: 'text/calendar; charset=utf-8',
  })
}
