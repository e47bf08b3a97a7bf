import { getLocale, getTranslations } from 'next-intl/server'
import type { Officer } from '@/features/desk/officers/model'
import { mayManageOfficers } from '@/features/desk/officers/policy'
import { hrefTo } from '@/i18n/navigation'

/** That nobody can review what this officer has submitted, and what to do about it. */
export async function NobodyReviews({ officer }: { officer: Officer }) {
  const [language, t] = [await getLocale(), await getTranslations('submissions.nobody')]
  return (
    <p className="desk-notice">
      <strong>{t('title')}</strong> {t('why')}{' '}
      {mayManageOfficers(officer) ? (
        <a href={hrefTo(language, '/desk/officers')}>{t('add')}</a>
      ) : (
        t('ask')
      )}
    </p>
  )
}
