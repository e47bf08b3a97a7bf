'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { ErrorSummary } from '@/components/forms/error-summary'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { type TextsState, textsAction } from '../actions'
import { type SideText, TextFields } from './text-fields'

export type SideBySideProps = {
  kind: string
  reference: string
  version: number
  /** The officer's own waiting change, whose texts are shown. */
  waiting: string | null
  mayEdit: boolean
  passages: { name: string; label: string; texts: SideText[]; notes: ReactNode }[]
}

/** A subject's passages side by side, and one submit for all that is changed or marked as read. */
export function SideBySideForm({
  kind,
  reference,
  version,
  waiting,
  mayEdit,
  passages,
}: SideBySideProps) {
  const start: TextsState = {
    turn: 0,
    values: { version: String(version) },
    problems: [],
    reason: null,
    conflicts: [],
  }
  const [state, action, pending] = useActionState(textsAction, start)
  const t = useTranslations('texts')
  const languages = useTranslations('desk.languages')
  const refusals = useTranslations('refusals')
  const shown = passages.map(({ name, label, texts, notes }) => (
    <section key={name} className="side-passage" aria-label={label}>
      <h2>{label}</h2>
      <div className="side-columns">
        {texts.map((text) => (
          <div key={text.language} className="side-text">
            <h3>{languages(text.language)}</h3>
            {text.shown}
            {mayEdit && (
              <TextFields
                text={text}
                name={name}
                label={t('side.body', { name: label, language: languages(text.language) })}
                state={state}
              />
            )}
          </div>
        ))}
      </div>
      {notes}
    </section>
  ))
  if (!mayEdit) return shown
  return (
    <form action={action} className="desk-form" key={state.turn} noValidate>
      <HiddenFields
        values={{
          kind,
          reference,
          version: state.values.version ?? version,
          waiting: waiting ?? '',
        }}
      />
      {/* The Enter key presses the first button of a form: it shall propose nothing. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        {t('side.submit')}
      </button>
      {state.reason && (
        <ErrorSummary
          title={state.reason === 'conflict' ? t('side.conflict') : refusals(state.reason)}
          links={[
            ...state.problems.map(({ field, code }) => ({
              field,
              text: `${labelOf(field)}: ${refusals(`fields.${code}`)}`,
            })),
            ...state.conflicts.map(({ field }) => ({ field, text: labelOf(field) })),
          ]}
        />
      )}
      {shown}
      <div className="desk-actions text-accept" aria-busy={pending}>
        <button type="submit" className="button">
          {t('side.submit')}
        </button>
        <p className="desk-hint">{t('side.submitHint')}</p>
      </div>
    </form>
  )

  /** A field as its passage and language name it. */
  function labelOf(field: string): string {
    for (const { name, label, texts } of passages) {
      for (const { language: one } of texts) {
        if (field.endsWith(`.${name}.${one}`)) {
          return t('side.body', { name: label, language: languages(one) })
        }
      }
    }
    return field
  }
}
