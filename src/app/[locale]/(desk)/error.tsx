'use client' // The framework accepts nothing else here.

import { useLocale, useTranslations } from 'next-intl'
import { hrefTo } from '@/i18n/navigation'

/**
 * When a page of the desk or an act there fails, on the way or on the server. Says nothing of the error, which is
 * for the log. Loading the page anew, not only its part, shows what has been saved and brings the draft back.
 */
export default function DeskError() {
  const [t, desk, language] = [useTranslations('desk.failed'), useTranslations('desk'), useLocale()]
  return (
    <main id="main" className="frame">
      <h1>{t('title')}</h1>
      <p role="alert">{t('what')}</p>
      <p className="desk-line">
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {t('again')}
        </button>
        <a href={hrefTo(language, '/desk')}>{desk('back')}</a>
      </p>
    </main>
  )
}
