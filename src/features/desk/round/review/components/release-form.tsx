'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/forms/error-summary'
import { releaseAction } from '../actions'
import { ReleaseFields, refusedFields } from './release-fields'

/** Moves a planned release, or gives it another title. `values` are those of its fields as they are. */
export function MoveReleaseForm({
  id,
  values: initial,
  earliest,
}: {
  id: string
  values: Record<string, string>
  earliest: string
}) {
  const [state, action] = useActionState(releaseAction, { reason: null, values: initial })
  const [t, refusals] = [useTranslations('submissions.release'), useTranslations('refusals')]
  const { reason, values } = state
  const problems = reason ? refusedFields(reason) : []
  return (
    <form action={action} className="desk-form" noValidate aria-labelledby="move-title">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="language" value={useLocale()} />
      <div className="desk-group" key={JSON.stringify(state)}>
        <h4 id="move-title">{t('moveTitle')}</h4>
        {reason && (
          <ErrorSummary
            title={refusals(reason)}
            links={problems.map(({ field, code }) => ({ field, text: refusals(`fields.${code}`) }))}
          />
        )}
        <ReleaseFields values={values} problems={problems} earliest={earliest} />
        <div className="desk-actions">
          <button type="submit" name="intent" value="move" className="desk-button-quiet">
            {t('move')}
          </button>
        </div>
      </div>
    </form>
  )
}

/** Calls a planned release off. */
export function CancelReleaseForm({ id }: { id: string }) {
  const [{ reason }, action] = useActionState(releaseAction, { reason: null, values: {} })
  const [t, refusals] = [useTranslations('submissions.release'), useTranslations('refusals')]
  return (
    <form action={action} className="desk-form" aria-labelledby="cancel-title">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="language" value={useLocale()} />
      <div className="desk-group">
        <h4 id="cancel-title">{t('cancelTitle')}</h4>
        {reason && <ErrorSummary title={refusals(reason)} links={[]} />}
        <p className="desk-hint">{t('cancelHint')}</p>
        <div className="desk-actions">
          <button type="submit" name="intent" value="cancel" className="desk-button-quiet">
            {t('cancel')}
          </button>
        </div>
      </div>
    </form>
  )
}
