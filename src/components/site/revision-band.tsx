import { getLocale, getTranslations } from 'next-intl/server'
import { formatDay } from '@/i18n/formats'
import { type Href, hrefTo } from '@/i18n/navigation'
import { revisionOf } from '@/i18n/permanent'
import { shownMoment } from '@/i18n/shown-moment'
import { Band } from './band'

/**
 * Above the permanent page of a revision: which one it is, of which day, whether it is the current one or has
 * been corrected, and the ways to its neighbours. @param here the page of its subject.
 */
export async function RevisionBand({ here }: { here: Href }) {
  const moment = shownMoment()
  if (!moment?.revision) return null
  const [language, t] = [await getLocale(), await getTranslations('revisions.record')]
  const { number, latest, correctedBy } = moment.revision
  const isCurrent = number === latest
  const led = (revision: number) => hrefTo(language, revisionOf(here, revision))
  return (
    <Band
      label={t('label')}
      title={t('of', { number: String(number), day: formatDay(moment.instant, language) })}
      beside={isCurrent ? t('isCurrent') : t('isPast', { latest: String(latest) })}
    >
      {correctedBy.map((revision) => (
        <p key={revision}>
          <a href={led(revision)}>{t('correctedBy', { number: String(revision) })}</a>
        </p>
      ))}
      <p>{t('permanent')}</p>
      <ul className="past-steps">
        <li>
          <a href={hrefTo(language, here)}>
            <b>{t('toCurrent')}</b>
          </a>
        </li>
        {number > 1 && (
          <li>
            <a href={led(number - 1)} rel="prev">
              {t('previous', { number: String(number - 1) })}
            </a>
          </li>
        )}
        {number < latest && (
          <li>
            <a href={led(number + 1)} rel="next">
              {t('next', { number: String(number + 1) })}
            </a>
          </li>
        )}
      </ul>
    </Band>
  )
}
