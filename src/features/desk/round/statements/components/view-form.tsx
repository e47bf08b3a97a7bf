'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/forms/error-summary'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { IntentButton } from '@/components/forms/intent-button'
import type { SourceChoice } from '@/features/register/sources/model'
import { type ViewState, viewAction } from '../actions'
import { CitationFields } from './citation-fields'
import { PassageFields, WritingFields } from './passage-fields'

/** A side's differing view of the published statement: what it is, in three languages, and where it is said. */
export function ViewForm({
  initial,
  sources,
}: {
  initial: Record<string, string>
  sources: SourceChoice[]
}) {
  const start: ViewState = { turn: 0, values: initial, problems: [], reason: null }
  const [state, action] = useActionState(viewAction, start)
  const t = useTranslations('progress.viewForm')
  const refusals = useTranslations('refusals')
  const { values, problems, reason } = state
  const { reference, version, statementId, replaces } = values
  return (
    <form action={action} className="desk-form" key={state.turn} noValidate>
      <HiddenFields values={{ reference, version, statementId, replaces }} />
      {reason && (
        <ErrorSummary
          title={reason === 'conflict' ? t('conflict') : refusals(reason)}
          links={problems.map(({ field, code }) => ({
            field,
            text: `${t(field.startsWith('note') ? 'note' : 'citation')}: ${refusals(`fields.${code}`)}`,
          }))}
        />
      )}
      <PassageFields part="note" values={values} problems={problems} />
      <WritingFields values={values} />
      <fieldset className="desk-group">
        <legend>{t('citation')}</legend>
        <CitationFields place="citation" values={values} problems={problems} sources={sources} />
      </fieldset>
      <div className="desk-actions">
        <IntentButton value="save" className="button">
          {t('submit')}
        </IntentButton>
      </div>
    </form>
  )
}
