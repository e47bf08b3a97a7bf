import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { Done } from '@/components/forms/outcome'
import { LanguageSwitch } from '@/components/site/language-switch'
import { signOutAction } from '@/features/desk/officers/actions/sign-in'
import type { Officer } from '@/features/desk/officers/model'
import { wasUnseenRemoved } from '@/features/desk/officers/session'
import { cityName } from '@/features/register/cities/model'
import { type Href, hrefTo } from '@/i18n/navigation'
import { DeskNav } from './desk-nav'

/** A page of the desk: who is signed in, the languages of this same page, and sign-out. */
export async function DeskPage({
  here,
  officer,
  children,
}: {
  here: Href
  officer: Officer | null
  children: ReactNode
}) {
  const language = await getLocale()
  const [t, officers] = [await getTranslations('desk'), await getTranslations('officers')]
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="desk-bar">
        <div className="frame">
          <a className="site-name" href={hrefTo(language, officer ? '/desk' : '/')}>
            {t('name')}
          </a>
          {officer && (
            <form action={signOutAction} className="desk-who">
              <span>
                {officer.name} · {officers(`roles.${officer.role}`)} ·{' '}
                {cityName(officer.city, language)}
              </span>
              <HiddenFields values={{}} />
              <button type="submit" className="desk-button-quiet">
                {officers('signOut')}
              </button>
            </form>
          )}
          <LanguageSwitch here={here} />
        </div>
        {officer && !officer.needsSecondFactor && (
          <div className="frame">
            <DeskNav here={here} officer={officer} />
          </div>
        )}
      </header>
      <main id="main" className="frame" tabIndex={-1}>
        {(await wasUnseenRemoved()) && <Done>{t('unseenRemoved')}</Done>}
        {children}
      </main>
    </>
  )
}
