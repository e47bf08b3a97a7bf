import { getLocale } from 'next-intl/server'
import { isMonth } from '@/i18n/dates'
import { formatDate, hongKongDay } from '@/i18n/formats'

/** A date in the page's language. `date` is an ISO day, month or time; of a time, the day in Hong Kong. */
export async function DateText({ date }: { date: string }) {
  const language = await getLocale()
  return (
    <time dateTime={isMonth(date) ? date : hongKongDay(date)} className="date">
      {formatDate(date, language)}
    </time>
  )
}
