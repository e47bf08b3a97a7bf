import { getLocale, getTranslations } from 'next-intl/server'
import { formatDay } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'

/** From an item to what else has changed since a day of it. */
export async function SinceLink({ day }: { day: string }) {
  const [language, t] = [await getLocale(), await getTranslations('revisions.since')]
  return (
    <p>
      <a className="standing" href={hrefTo(language, { pathname: '/since', query: { day } })}>
        {t('link', { day: formatDay(day, language) })}
      </a>
    </p>
  )
}
