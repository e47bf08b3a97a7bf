'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { ErrorSummary } from '@/components/forms/error-summary'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { IntentButton } from '@/components/forms/intent-button'
import type { FieldProblem } from '@/components/forms/problems'
import type { ReviewState, reviewAction } from '../actions'
import { refusedFields } from './release-fields'

type Props = {
  action: typeof reviewAction
  /** What is decided on, as the form sends it back. */
  about: Record<string, string | number>
  values?: ReviewState['values']
  intent: string
  title: string
  heading?: 'h3' | 'h4'
  /** What comes of it. */
  hint?: string
  button: string
  isStrong?: boolean
  children?: (asked: { values: ReviewState['values']; problems: FieldProblem[] }) => ReactNode
}

/** One decision in a form of its own, so that the Enter key in a field of one never takes another. */
export function Decision(props: Props) {
  const { about, values: initial = {}, intent, heading: Heading = 'h3', isStrong } = props
  const [state, action] = useActionState(props.action, { reason: null, values: initial })
  const t = useTranslations('submissions.decision')
  const refusals = useTranslations('refusals')
  const { reason, values } = state
  const problems = reason ? refusedFields(reason) : []
  return (
    <form action={action} className="desk-form" noValidate aria-labelledby={`${intent}-title`}>
      <HiddenFields values={about} />
      {/* Anew after each answer, so that the fields take up what was typed. */}
      <section className="desk-group" key={JSON.stringify(state)}>
        <Heading id={`${intent}-title`}>{props.title}</Heading>
        {reason && (
          <ErrorSummary
            title={reason === 'conflict' ? t('conflict') : refusals(reason)}
            links={problems.map(({ field, code }) => ({ field, text: refusals(`fields.${code}`) }))}
          />
        )}
        {props.hint && <p className="desk-hint">{props.hint}</p>}
        {props.children?.({ values, problems })}
        <div className="desk-actions">
          <IntentButton value={intent} {...(isStrong ? { className: 'button' } : {})}>
            {props.button}
          </IntentButton>
        </div>
      </section>
    </form>
  )
}
