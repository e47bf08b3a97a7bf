import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type Href, hrefTo } from '@/i18n/navigation'
import { revisionOf } from '@/i18n/permanent'
import { footSections, headSections } from '@/i18n/routing'
import { shownMoment } from '@/i18n/shown-moment'
import { environment } from '@/server/environment'
import { DateText } from './date-text'
import { LanguageSwitch } from './language-switch'
import { MomentForm, PastBand } from './past-band'
import { RevisionBand } from './revision-band'
import { StandingForm } from './standing-band'

type Props = {
  /** This page, with its filter: what the language switch leads to. Of a revision's page the page of its subject. */
  here: Href
  /** When what the page shows was last revised: an ISO time or day; null while the register is empty. */
  revisedOn: string | null
  /** The pages above this one, outermost first. The front page needs no mention. */
  trail: { label: ReactNode; href: string }[]
  /** What is sought, on the page of results: the box keeps it. */
  q?: string
  children: ReactNode
}

/** What stands around the content of every public page. */
export async function PublicPage({ here, revisedOn, trail, q, children }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('site')]
  const path = typeof here === 'string' ? here : here.pathname
  const { BASE_URL, DATA_LICENCE: licence } = environment()
  const moment = shownMoment()
  const address = moment?.revision ? revisionOf(here, moment.revision.number) : here
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="masthead">
        <div className="frame masthead-top">
          <a className="site-name" href={hrefTo(language, '/')}>
            {t('name')}
          </a>
          <LanguageSwitch here={address} />
        </div>
        <div className="frame masthead-bottom">
          <nav aria-label={t('navigation')}>
            <ul className="sections">
              {headSections.map((section) => (
                <li key={section}>
                  <a
                    href={hrefTo(language, `/${section}`)}
                    {...(path === `/${section}`
                      ? { 'aria-current': 'page' as const }
                      : path.startsWith(`/${section}/`)
                        ? { 'aria-current': 'true' as const }
                        : {})}
                  >
                    {t(`sections.${section}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <search>
            <form className="site-search" method="get" action={hrefTo(language, '/search')}>
              <label className="visually-hidden" htmlFor="site-search">
                {t('search')}
              </label>
              <input
                id="site-search"
                name="q"
                type="search"
                placeholder={t('searchHint')}
                maxLength={200}
                defaultValue={q}
                autoComplete="off"
              />
              {moment?.at && <input type="hidden" name="at" value={moment.at} />}
              <button type="submit">{t('find')}</button>
            </form>
          </search>
        </div>
      </header>
      {moment?.revision ? <RevisionBand here={here} /> : <PastBand here={here} />}
      <main id="content" className="frame" tabIndex={-1}>
        {trail.length > 0 && (
          <nav aria-label={t('trail')} className="trail">
            <ol>
              <li>
                <a href={hrefTo(language, '/')}>{t('home')}</a>
              </li>
              {trail.map(({ label, href }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        {children}
      </main>
      <footer className="footer">
        <div className="frame">
          <p>{t('independence')}</p>
          <p>
            {t.rich('licence.foot', {
              name: licence.name,
              link: (name) => (
                <a href={licence.url} rel="license">
                  {name}
                </a>
              ),
            })}
          </p>
          {revisedOn && (
            <p>
              {t('revisedOn')} <DateText date={revisedOn} />
              <span className="quiet">{t('hongKongTime')}</span>
            </p>
          )}
          <p className="printed-address">
            {BASE_URL}
            {hrefTo(language, address)}
          </p>
          {!moment && <MomentForm here={here} />}
          {!moment && <StandingForm here={here} />}
          <ul className="footer-links">
            {footSections.map((page) => (
              <li key={page}>
                <a href={hrefTo(language, `/${page}`)}>{t(`sections.${page}`)}</a>
              </li>
            ))}
          </ul>
        </div>
      </footer>
    </>
  )
}
