import { getLocale, getTranslations } from 'next-intl/server'
import { DayBox } from '@/components/site/band'
import { hrefTo } from '@/i18n/navigation'

/** A day to ask what has changed since. */
export async function SinceForm({ day }: { day: string | null }) {
  const [language, t] = [await getLocale(), await getTranslations('revisions.since')]
  return <DayBox name="day" label={t('choose')} action={hrefTo(language, '/since')} day={day} />
}
