import { getLocale } from 'next-intl/server'
import { formatDay, hongKongDay } from '@/i18n/formats'

/** A day in the page's language. `date` is an ISO day or time; of a time, the day in Hong Kong. */
export async function DateText({ date }: { date: string }) {
  const language = await getLocale()
  return (
    <time dateTime={hongKongDay(date)} className="date">
      {formatDay(date, language)}
    </time>
  )
}
