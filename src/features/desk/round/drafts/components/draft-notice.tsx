import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { discardPage } from '@/features/desk/frame/model'
import { formatDay, formatTime } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'

/**
 * Says that the form below shows a draft, from when, and leads to where it is thrown away. Stands outside of the
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
      <div className="desk-line">
        <p>{t('loaded', { day: formatDay(savedAt, language), time: formatTime(savedAt) })}</p>
        <a href={hrefTo(language, discardPage(draftKey, back))} className="desk-button-quiet">
          {t('discard')}
        </a>
      </div>
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
