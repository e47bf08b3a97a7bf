import { getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { isWithoutNews } from '@/features/register/states/model/statements'
import { lastDayOf, latestOf } from '@/i18n/dates'

/** All ISO days, `developed` perhaps a month; null where there is none. */
type Props = {
  /** As of when the state was last stated. */
  stated: string | null
  /** The latest development. */
  developed: string | null
  announced: string
  today: string
}

/** A notice when nothing has been heard for nine months: computed, never typed. */
export async function LastNews({ stated, developed, announced, today }: Props) {
  const t = await getTranslations('projects')
  const latest = latestOf([stated, developed, announced])
  if (!latest || !isWithoutNews(lastDayOf(latest), today)) return null
  return (
    <p className="notice">
      {t('quiet')}
      <DateText date={latest} />
      {t('quietEnd')}
    </p>
  )
}
