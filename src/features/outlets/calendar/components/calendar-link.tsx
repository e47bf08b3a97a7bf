import { getLocale, getTranslations } from 'next-intl/server'
import { hrefTo } from '@/i18n/navigation'

/** Where a reader's calendar finds the register's days. */
export async function CalendarLink() {
  const [language, t] = [await getLocale(), await getTranslations('calendar')]
  return (
    <p className="follow">
      <a className="standing" href={hrefTo(language, '/calendar.ics')} type="text/calendar">
        {t('link')}
      </a>{' '}
      <span className="quiet">{t('meaning')}</span>
    </p>
  )
}
