import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { formatDay, formatTime } from '@/i18n/formats'
import { discardDraftAction } from '../actions'

/**
 * Says that the form below shows a draft, from when, and throws it away on request. Stands outside of the
 * form. Where the subject has moved on since, `children` shows what has changed.
 */
export function DraftNotice({
  draftKey,
  savedAt,
  back,
  children,
}: {
  draftKey: string
  /** ISO time. */
  savedAt: string
  /** The path of this page, shown anew once the draft is gone. */
  back: string
  children?: ReactNode
}) {
  const t = useTranslations('drafts')
  const language = useLocale()
  return (
    <section className="desk-notice desk-draft" aria-label={t('title')}>
      <form action={discardDraftAction} className="desk-line">
        <p>{t('loaded', { day: formatDay(savedAt, language), time: formatTime(savedAt) })}</p>
        <HiddenFields values={{ key: draftKey, back }} />
        <button type="submit" className="desk-button-quiet">
          {t('discard')}
        </button>
      </form>
      {children && (
        <>
          <p>
            <strong>{t('moved')}</strong>
          </p>
          {children}
        </>
      )}
    </section>
  )
}
