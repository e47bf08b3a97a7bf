import { getLocale } from 'next-intl/server'
import { formatMoment } from '@/i18n/formats'

/** A moment in the page's language, by the clock in Hong Kong. `time` is ISO. */
export async function TimeText({ time }: { time: string }) {
  return (
    <time dateTime={time} className="date">
      {formatMoment(time, await getLocale())}
    </time>
  )
}
