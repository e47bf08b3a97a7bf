'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { type UpdateState, updateAction } from '../actions'
import { assertions, type ItemKind, statesOf } from '../model'
import { liveFields } from '../shown-fields'
import { CitationFields } from './citation-fields'
import { ErrorSummary } from './error-summary'
import { Field } from './field'
import { PassageFields } from './passage-fields'
import { TypedStatement } from './typed-statement'

type Props = {
  kind: ItemKind
  initial: Record<string, string>
  today: string
  conferenceDay: string
  sources: { slug: string; label: string }[]
}

/** The update of one item on one screen. Every button posts the whole form, so it works without JavaScript. */
export function UpdateForm({ kind, initial, today, conferenceDay, sources }: Props) {
  const start: UpdateState = {
    turn: 0,
    step: 'edit',
    values: initial,
    problems: [],
    reason: null,
    conflict: null,
  }
  const [state, action, pending] = useActionState(updateAction, start)
  const t = useTranslations('desk')
  const progress = useTranslations('progress')
  const refusals = useTranslations('refusals')
  const language = useLocale()
  const { values, problems } = state
  const citedNew = values['citation.source.kind'] === 'new'
  const source = citedNew
    ? [values['citation.source.publisher'], values['citation.source.title']]
        .filter(Boolean)
        .join(' · ')
    : (sources.find(({ slug }) => slug === values['citation.source.slug'])?.label ?? '')
  const uncited = values['citation.source.kind'] === 'none'
  const shown = {
    ...values,
    source: uncited ? '' : source,
    ...(uncited ? { 'citation.quote': '', 'citation.locator': '' } : {}),
  }
  return (
    <form action={action} className="desk-form" key={state.turn} noValidate>
      <input type="hidden" name="reference" value={values.reference ?? ''} />
      <input type="hidden" name="version" value={values.version ?? ''} />
      <input type="hidden" name="language" value={language} />
      {/* The Enter key presses the first button of a form: it shall never publish. */}
      <button type="submit" name="intent" value="preview" className="visually-hidden" tabIndex={-1}>
        {t('form.preview')}
      </button>
      {state.reason && (
        <ErrorSummary
          title={refusals(state.reason)}
          links={problems.map(({ field, code }) => ({
            field,
            text: `${t(`fields.${labelOf(field)}`)}: ${refusals(`fields.${code}`)}`,
          }))}
        />
      )}
      {state.conflict && (
        <section className="desk-columns" aria-label={refusals('conflict')}>
          <div>
            <h2>{t('form.liveNow')}</h2>
            <TypedStatement kind={kind} values={liveFields(state.conflict)} />
          </div>
          <div>
            <h2>{t('form.yours')}</h2>
            <TypedStatement kind={kind} values={shown} />
          </div>
        </section>
      )}
      {state.step === 'preview' && (
        <section className="desk-preview">
          <h2>{t('form.previewTitle')}</h2>
          <TypedStatement kind={kind} values={shown} />
          {values.simplifiedAccepted !== 'on' && (
            <p className="desk-hint">{t('form.conversionMarked')}</p>
          )}
        </section>
      )}
      <fieldset className="desk-group" id="state" tabIndex={-1}>
        <legend>{t('form.state')}</legend>
        <div className="desk-choices">
          {statesOf(kind).map((candidate) => (
            <label key={candidate} className="desk-choice">
              <input
                type="radio"
                name="state"
                value={candidate}
                defaultChecked={values.state === candidate}
              />
              <span>
                <strong>
                  {kind === 'project'
                    ? progress(`states.${candidate as 'ended'}.label`)
                    : progress(`documentStates.${candidate as 'ended'}.label`)}
                </strong>{' '}
                <small>
                  {kind === 'project'
                    ? progress(`states.${candidate as 'ended'}.definition`)
                    : progress(`documentStates.${candidate as 'ended'}.definition`)}
                </small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="desk-columns">
        <Field name="asOf" label={t('form.asOf')} hint={t('form.asOfHint')} problems={problems}>
          {(props) => (
            <input
              {...props}
              type="date"
              required
              min={conferenceDay}
              max={today}
              defaultValue={values.asOf ?? ''}
            />
          )}
        </Field>
        <Field name="assertedBy" label={t('form.assertedBy')} problems={problems}>
          {(props) => (
            <select {...props} defaultValue={values.assertedBy ?? ''}>
              {assertions.map((who) => (
                <option key={who} value={who}>
                  {progress(`assertedBy.${who}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <PassageFields part="note" values={values} problems={problems} required={false} />
      <div className="desk-if-reason">
        <PassageFields part="reason" values={values} problems={problems} required />
      </div>
      <label className="desk-choice">
        <input
          type="checkbox"
          name="simplifiedAccepted"
          defaultChecked={values.simplifiedAccepted === 'on'}
        />
        <span>{t('form.simplifiedAccepted')}</span>
      </label>
      <CitationFields values={values} problems={problems} sources={sources} />
      <div className="desk-actions" aria-busy={pending}>
        <button type="submit" name="intent" value="preview" className="desk-button-quiet">
          {t('form.preview')}
        </button>
        <button type="submit" name="intent" value="save" className="button">
          {t('form.submit')}
        </button>
        <p className="desk-hint">{t('form.submitHint')}</p>
      </div>
    </form>
  )
}

/** The label of a field at fault, which the summary names. */
function labelOf(field: string) {
  if (field === 'state' || field === 'asOf' || field === 'assertedBy') return field
  if (field.startsWith('note.')) return 'note'
  return field.startsWith('reason.') ? 'reason' : 'citation'
}
