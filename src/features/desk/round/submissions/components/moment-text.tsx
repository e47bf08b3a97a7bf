import { getLocale, getTranslations } from 'next-intl/server'
import { formatMoment } from '@/i18n/formats'

/** A moment to the minute, and that it is by the clock of Hong Kong. `time` is an ISO time. */
export async function MomentText({ time }: { time: string }) {
  const [language, t] = [await getLocale(), await getTranslations('submissions')]
  return (
    <time dateTime={time} className="date">
      {t('hongKongTime', { moment: formatMoment(time, language) })}
    </time>
  )
}
