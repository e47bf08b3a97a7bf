'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import type { FieldProblem } from '@/components/forms/problems'
import { TextArea } from '@/components/forms/text-area'
import { type ReviewState, reviewAction } from '../actions'
import { ReleaseFields, refusedFields } from './release-fields'

type Decided = {
  id: string
  /** The subject's version that the reviewer has before them. */
  version: number
}

/** A planned release that a submission can join. */
export type ReleaseChoice = { id: string; label: string }

/** Makes a submission public at once. */
export function PublishForm({ id, version }: Decided) {
  const t = useTranslations('submissions.decision')
  return (
    <Decision id={id} version={version} intent="publish" title={t('publishTitle')}>
      {() => (
        <>
          <p className="desk-hint">{t('publishHint')}</p>
          <Press intent="publish" strong>
            {t('publish')}
          </Press>
        </>
      )}
    </Decision>
  )
}

/** Approves a submission for a release: one that is planned, or a new one. `earliest` is for the clock's field. */
export function ApproveForm({
  id,
  version,
  releases,
  earliest,
}: Decided & { releases: readonly ReleaseChoice[]; earliest: string }) {
  const t = useTranslations('submissions.decision')
  return (
    <Decision id={id} version={version} intent="approve" title={t('approveTitle')}>
      {({ values, problems }) => (
        <>
          <p className="desk-hint">{t('approveHint')}</p>
          {releases.length > 0 && (
            <Field name="releaseId" label={t('release')} problems={problems}>
              {(props) => (
                <select {...props} defaultValue={values.releaseId ?? releases[0]?.id}>
                  {releases.map((release) => (
                    <option key={release.id} value={release.id}>
                      {release.label}
                    </option>
                  ))}
                  <option value="">{t('newRelease')}</option>
                </select>
              )}
            </Field>
          )}
          <div className="desk-if-new-release">
            <ReleaseFields values={values} problems={problems} earliest={earliest} />
          </div>
          <Press intent="approve">{t('approve')}</Press>
        </>
      )}
    </Decision>
  )
}

/** Returns a submission to its author with the reason. */
export function ReturnForm({ id, version }: Decided) {
  const t = useTranslations('submissions.decision')
  return (
    <Decision id={id} version={version} intent="return" title={t('returnTitle')}>
      {({ values, problems }) => (
        <>
          <Field name="returnReason" label={t('reason')} hint={t('reasonHint')} problems={problems}>
            {(props) => (
              <TextArea
                {...props}
                rows={3}
                maxLength={1000}
                defaultValue={values.returnReason ?? ''}
              />
            )}
          </Field>
          <Press intent="return">{t('return')}</Press>
        </>
      )}
    </Decision>
  )
}

/** Takes back one's own submission. */
export function WithdrawForm({ id, version }: Decided) {
  const t = useTranslations('submissions.decision')
  return (
    <Decision id={id} version={version} intent="withdraw" title={t('withdrawTitle')}>
      {() => (
        <>
          <p className="desk-hint">{t('withdrawHint')}</p>
          <Press intent="withdraw">{t('withdraw')}</Press>
        </>
      )}
    </Decision>
  )
}

/** One decision in a form of its own, so that the Enter key in a field of one never takes another. */
function Decision({
  id,
  version,
  intent,
  title,
  children,
}: Decided & {
  intent: string
  title: string
  children: (asked: { values: ReviewState['values']; problems: FieldProblem[] }) => ReactNode
}) {
  const [state, action] = useActionState(reviewAction, { reason: null, values: {} })
  const t = useTranslations('submissions.decision')
  const refusals = useTranslations('refusals')
  const language = useLocale()
  const { reason, values } = state
  const problems = reason ? refusedFields(reason) : []
  return (
    <form action={action} className="desk-form" noValidate aria-labelledby={`${intent}-title`}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="language" value={language} />
      {/* Anew after each answer, so that the fields take up what was typed. */}
      <section className="desk-group" key={JSON.stringify(state)}>
        <h3 id={`${intent}-title`}>{title}</h3>
        {reason && (
          <ErrorSummary
            title={reason === 'conflict' ? t('conflict') : refusals(reason)}
            links={problems.map(({ field, code }) => ({ field, text: refusals(`fields.${code}`) }))}
          />
        )}
        {children({ values, problems })}
      </section>
    </form>
  )
}

function Press({
  intent,
  strong = false,
  children,
}: {
  intent: string
  strong?: boolean
  children: ReactNode
}) {
  return (
    <div className="desk-actions">
      <button
        type="submit"
        name="intent"
        value={intent}
        className={strong ? 'button' : 'desk-button-quiet'}
      >
        {children}
      </button>
    </div>
  )
}
