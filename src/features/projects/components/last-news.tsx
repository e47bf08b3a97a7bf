import { getTranslations } from 'next-intl/server'
import { DateText } from '../../../components/date-text'
import { isWithoutNews } from '../../progress/model'

/** All ISO days; null where there is none. */
type Props = {
  /** As of when the state was last stated. */
  confirmed: string | null
  /** The latest development. */
  developed: string | null
  announced: string
  today: string
}

/** When the state was last confirmed, and a notice when nothing has been heard for nine months. */
export async function LastNews({ confirmed, developed, announced, today }: Props) {
  const t = await getTranslations('projects')
  const latest = [confirmed, developed, announced]
    .filter((day) => day !== null)
    .sort()
    .at(-1)
  return (
    <>
      <p>
        {confirmed ? (
          <>
            {t('lastConfirmed')} <DateText date={confirmed} />
          </>
        ) : (
          t('neverConfirmed')
        )}
      </p>
      {latest && isWithoutNews(latest, today) && (
        <p className="notice">
          {t('quiet')}
          <DateText date={latest} />
          {t('quietEnd')}
        </p>
      )}
    </>
  )
}
