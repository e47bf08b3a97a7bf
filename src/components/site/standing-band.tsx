import { getLocale, getTranslations } from 'next-intl/server'
import { formatDay, hongKongDay } from '@/i18n/formats'
import { type Href, hasDay, hrefAt, hrefOn } from '@/i18n/navigation'
import { aboutMoment, type ShownProblem, type ShownStanding, shownDay } from '@/i18n/shown-moment'
import { now } from '@/server/clock'
import { BackToToday, Band, DayForm } from './band'

/**
 * Above a page that shows how things stood on a day: which day, what that means, and the ways to the present and
 * to the other question about it.
 */
export async function StandingBand({ here, moment }: { here: Href; moment: ShownStanding }) {
  const [language, t] = [await getLocale(), await getTranslations('standing')]
  const day = formatDay(moment.on, language)
  return (
    <Band label={t('label')} title={t('title', { day })}>
      <p>
        {moment.begins
          ? t('nothingAnnounced', { day: formatDay(moment.begins, language) })
          : t('meaning', { day })}
      </p>
      <ul className="past-steps">
        <BackToToday here={here} />
        <Published here={here} day={moment.on} />
      </ul>
      <StandingForm here={here} />
    </Band>
  )
}

/** To what the register had published by the day; where that was nothing, to the first day of which it was something. */
async function Published({ here, day }: { here: Href; day: string }) {
  const [language, t] = [await getLocale(), await getTranslations('standing')]
  const { since } = aboutMoment()
  const isBefore = since !== null && day < since
  return (
    <li>
      <a href={hrefAt(language, here, isBefore ? since : day)}>
        {isBefore
          ? t('publishedNothing', { day: formatDay(since, language) })
          : t('published', { day: formatDay(day, language) })}
      </a>
    </li>
  )
}

/** Above a page that was asked for a day and cannot show it: the present stands there, and this says so. */
export async function NoSuchDay({
  here,
  problem,
}: {
  here: Href
  problem: Exclude<ShownProblem, { of: 'at' }>
}) {
  if (problem.of === 'both') return <BothAsked here={here} {...problem} />
  const [language, t] = [await getLocale(), await getTranslations()]
  const today = hongKongDay(now())
  const { code, asked } = problem
  if (code === 'no_day') {
    return (
      <Band label={t('standing.label')} title={t('standing.noDay')}>
        <ul className="past-steps">
          <BackToToday here={here} />
        </ul>
      </Band>
    )
  }
  return (
    <Band
      label={t('standing.label')}
      title={t(`site.past.${code === 'future' ? 'inFuture' : 'unreadable'}`, { asked })}
    >
      <p>{t('standing.presentInstead')}</p>
      <ul className="past-steps">
        <BackToToday here={here} />
        <li>
          <a href={hrefOn(language, here, today)}>
            {t('standing.today', { day: formatDay(today, language) })}
          </a>
        </li>
      </ul>
      <StandingForm here={here} />
    </Band>
  )
}

/** Where an address asks both questions: each by itself, as far as its day can be read. */
async function BothAsked({ here, on, at }: { here: Href; on: string | null; at: string | null }) {
  const [language, t] = [await getLocale(), await getTranslations('standing')]
  return (
    <Band label={t('label')} title={t('both')}>
      <ul className="past-steps">
        {on && (
          <li>
            <a href={hrefOn(language, here, on)}>{t('title', { day: formatDay(on, language) })}</a>
          </li>
        )}
        {at && (
          <li>
            <a href={hrefAt(language, here, at)}>{t('onlyAt', { day: formatDay(at, language) })}</a>
          </li>
        )}
        <BackToToday here={here} />
      </ul>
      <StandingForm here={here} />
    </Band>
  )
}

/** Of which day the same page, with its filter, is to show how things stood. Draws nothing where a page tells no days. */
export async function StandingForm({ here }: { here: Href }) {
  if (!hasDay(here)) return null
  const t = await getTranslations('standing')
  return <DayForm here={here} name="on" label={t('choose')} day={shownDay()} />
}
