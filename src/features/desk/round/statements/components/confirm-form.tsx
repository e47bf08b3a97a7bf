'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/forms/error-summary'
import { confirmAction } from '../actions'

/** One click with which an officer confirms a statement for their side. `differs`: their side has a differing view published. */
export function ConfirmForm({
  reference,
  statementId,
  city,
  differs,
}: {
  reference: string
  statementId: string
  /** What the city of the officer's side is called. */
  city: string
  differs: boolean
}) {
  const [{ reason }, action] = useActionState(confirmAction, { reason: null })
  const t = useTranslations('progress.confirmation')
  const refusals = useTranslations('refusals')
  return (
    <form action={action}>
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="statementId" value={statementId} />
      <input type="hidden" name="language" value={useLocale()} />
      {reason && (
        <ErrorSummary title={reason === 'conflict' ? t('conflict') : refusals(reason)} links={[]} />
      )}
      <p className="desk-hint">
        {t('consequence', { city })} {differs && t('replacesView')}
      </p>
      <div className="desk-actions">
        <button type="submit" className="button">
          {t('confirm', { city })}
        </button>
      </div>
    </form>
  )
}
