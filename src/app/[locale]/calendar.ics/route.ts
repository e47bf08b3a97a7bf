import { writeCalendar } from '@/features/outlets/calendar/formats/icalendar'
import { listEvents } from '@/features/outlets/calendar/queries/list-events'
import { calendarIn } from '@/features/outlets/calendar/wording/calendar'
import { readAuthority } from '@/features/outlets/feeds/queries/read-feed'
import { languageOfPrefix } from '@/i18n/language'
import { preflight } from '@/server/http/answer'
import { answeredAt } from '../answered-at'
import { nothingThere } from '../nothing-there'

export const dynamic = 'force-dynamic'
export const OPTIONS = preflight

/** The days of the register: conferences, signings and developments, for a calendar to follow. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const language = languageOfPrefix((await params).locale)
  if (!language) return nothingThere()
  return answeredAt(request, {
    edition: 2,
    read: listEvents,
    write: async (events) =>
      writeCalendar(calendarIn(language, events, (await readAuthority()).host)),
    type: 'text/calendar; charset=utf-8',
  })
}
