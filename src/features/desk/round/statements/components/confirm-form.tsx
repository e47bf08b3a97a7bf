'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/forms/error-summary'
import { HiddenFields } from '@/components/forms/hidden-fields'
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
      <HiddenFields values={{ reference, statementId }} />
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
