import { getLocale, getTranslations } from 'next-intl/server'
import { hongKongDay } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import { now } from '@/server/clock'

/** A day to ask what has changed since. */
export async function SinceForm({ day }: { day: string | null }) {
  const [language, t] = [await getLocale(), await getTranslations('revisions.since')]
  return (
    <form className="past-form" method="get" action={hrefTo(language, '/since')}>
      <label htmlFor="since-day">{t('choose')}</label>{' '}
      <input
        id="since-day"
        type="date"
        name="day"
        required
        max={hongKongDay(now())}
        defaultValue={day ?? ''}
      />{' '}
      <button type="submit">{t('show')}</button>
    </form>
  )
}
