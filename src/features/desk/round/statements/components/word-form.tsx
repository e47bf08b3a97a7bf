'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/forms/error-summary'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { wordAction } from '../actions'

/** The last step before an officer says something for their side: what comes of it, to do it or to go back. */
export function WordForm({
  say,
  reference,
  statementId,
  city,
  back,
  replacesView,
}: {
  say: 'confirm' | 'withdraw'
  reference: string
  statementId: string
  /** What the city of the officer's side is called. */
  city: string
  /** The address of the item's page at the desk. */
  back: string
  /** Whether the side has a differing view published. */
  replacesView: boolean
}) {
  const [{ reason }, action] = useActionState(wordAction, { reason: null })
  const t = useTranslations('progress.confirmation')
  const refusals = useTranslations('refusals')
  return (
    <form action={action} className="desk-form">
      <HiddenFields values={{ say, reference, statementId }} />
      {reason && (
        <ErrorSummary title={reason === 'conflict' ? t('conflict') : refusals(reason)} links={[]} />
      )}
      <p>
        {t(`consequence.${say}`, { city })} {say === 'confirm' && replacesView && t('replacesView')}
      </p>
      <div className="desk-actions">
        <button type="submit" className="button">
          {t(`yes.${say}`, { city })}
        </button>
        <a href={back}>{t('no')}</a>
      </div>
    </form>
  )
}
