'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { reviewAction } from '../actions'

/** Publish or return, for a reviewer; withdraw, for the author. */
export function ReviewForm({
  id,
  version,
  mayDecide,
  mayWithdraw,
}: {
  id: string
  version: number
  mayDecide: boolean
  mayWithdraw: boolean
}) {
  const [state, action] = useActionState(reviewAction, { reason: null, values: {} })
  const t = useTranslations('desk.review')
  const refusals = useTranslations('refusals')
  const language = useLocale()
  const missing = state.reason === 'reason_required'
  return (
    <form action={action} className="desk-form" noValidate>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="language" value={language} />
      {state.reason && (
        <p id="review-error" role="alert" className="desk-alert">
          {refusals(state.reason)}
        </p>
      )}
      {mayDecide && (
        <>
          <div className="desk-actions">
            <button type="submit" name="intent" value="publish" className="button">
              {t('publish')}
            </button>
          </div>
          <div className="desk-field">
            <label htmlFor="returnReason">{t('reason')}</label>
            <textarea
              id="returnReason"
              name="returnReason"
              rows={3}
              maxLength={1000}
              key={state.values.returnReason}
              defaultValue={state.values.returnReason ?? ''}
              aria-invalid={missing || undefined}
              aria-describedby={missing ? 'review-error' : undefined}
            />
          </div>
          <div className="desk-actions">
            <button type="submit" name="intent" value="return" className="desk-button-quiet">
              {t('return')}
            </button>
          </div>
        </>
      )}
      {mayWithdraw && (
        <div className="desk-actions">
          <button type="submit" name="intent" value="withdraw" className="desk-button-quiet">
            {t('withdraw')}
          </button>
        </div>
      )}
    </form>
  )
}
