import { getLocale, getTranslations } from 'next-intl/server'
import { formatDay, formatTime, hongKongDay } from '@/i18n/formats'
import { type Href, hasDay, hasPast, hrefAt, hrefOn } from '@/i18n/navigation'
import { aboutMoment, type ShownMoment, shownMoment } from '@/i18n/shown-moment'
import { BackToToday, Band, DayForm } from './band'
import { NoSuchDay, StandingBand } from './standing-band'

/** Above a page that shows the past: which one, what that means, and the ways to others and back. */
export async function PastBand({ here }: { here: Href }) {
  const moment = shownMoment()
  if (!moment) return <NoSuchMoment here={here} />
  if (moment.on !== null) return <StandingBand here={here} moment={moment} />
  if (moment.at === null) return null
  const [language, t] = [await getLocale(), await getTranslations('site.past')]
  const day = formatDay(moment.instant, language)
  const isDay = !moment.at.includes('T')
  const begins = moment.begins && formatDay(moment.begins, language)
  return (
    <Band
      label={t('label')}
      title={t('title', { day })}
      beside={isDay ? t('endOfDay') : t('time', { time: formatTime(moment.instant) })}
    >
      <p>{begins ? t('beforeAll', { day: begins }) : t('meaning')}</p>
      <Steps here={here} moment={moment} />
      <MomentForm here={here} />
    </Band>
  )
}

/** Above a page that was asked for a moment that cannot be shown: the present stands there, and this says so. */
async function NoSuchMoment({ here }: { here: Href }) {
  const { problem, since } = aboutMoment()
  if (!problem) return null
  if (problem.of !== 'at') return <NoSuchDay here={here} problem={problem} />
  const [language, t] = [await getLocale(), await getTranslations('site.past')]
  return (
    <Band
      label={t('label')}
      title={t(problem.code === 'future' ? 'inFuture' : 'unreadable', { asked: problem.asked })}
    >
      <p>{t('presentInstead', { day: since ? formatDay(since, language) : '' })}</p>
      <ul className="past-steps">
        <BackToToday here={here} />
        {since && (
          <li>
            <a href={hrefAt(language, here, since)}>
              {t('firstDay', { day: formatDay(since, language) })}
            </a>
          </li>
        )}
      </ul>
      <MomentForm here={here} />
    </Band>
  )
}

/** To the day of the change before, of the change after, back to today, and to the other question about the day. */
async function Steps({ here, moment }: { here: Href; moment: ShownMoment & { at: string } }) {
  const [language, t] = [await getLocale(), await getTranslations('site.past')]
  const standing = await getTranslations('standing')
  const { previous, next } = moment
  const day = hongKongDay(moment.instant)
  return (
    <ul className="past-steps">
      <BackToToday here={here} />
      {previous && (
        <li>
          <a href={hrefAt(language, here, previous)} rel="prev">
            {t('previous', { day: formatDay(previous, language) })}
          </a>
        </li>
      )}
      {next && next !== 'today' && (
        <li>
          <a href={hrefAt(language, here, next)} rel="next">
            {t('next', { day: formatDay(next, language) })}
          </a>
        </li>
      )}
      {hasDay(here) && (
        <li>
          <a href={hrefOn(language, here, day)}>
            {standing('title', { day: formatDay(day, language) })}
          </a>
        </li>
      )}
    </ul>
  )
}

/** Another day for the same page, with its filter. Draws nothing where a page has no past. */
export async function MomentForm({ here }: { here: Href }) {
  if (!hasPast(here)) return null
  const t = await getTranslations('site.past')
  const moment = shownMoment()
  return (
    <DayForm
      here={here}
      name="at"
      label={t('choose')}
      min={aboutMoment().since}
      day={moment && hongKongDay(moment.instant)}
    />
  )
}
