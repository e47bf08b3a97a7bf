'use client'

import { useTranslations } from 'next-intl'
import { InputField } from '@/components/forms/input-field'
import type { FieldProblem } from '@/components/forms/problems'
import { longestReleaseTitle } from '@/features/desk/round/submissions/input'
import type { ReviewReason } from '../actions'

/** When a release is to be, by the clock of Hong Kong, and what for. */
export function ReleaseFields({
  values,
  problems,
  earliest,
}: {
  values: Record<string, string>
  problems: FieldProblem[]
  /** The earliest moment, as a `datetime-local` field takes it. */
  earliest: string
}) {
  const t = useTranslations('submissions.release')
  return (
    <div className="desk-columns">
      <InputField
        name="release.at"
        label={t('at')}
        hint={t('atHint')}
        value={values['release.at']}
        problems={problems}
        type="datetime-local"
        min={earliest}
      />
      <InputField
        name="release.title"
        label={t('title')}
        hint={t('titleHint')}
        value={values['release.title']}
        problems={problems}
        type="text"
        limit={longestReleaseTitle}
        autoComplete="off"
      />
    </div>
  )
}

/** The field of a decision, or of a release, that a refusal speaks of. */
export function refusedFields(reason: ReviewReason): FieldProblem[] {
  switch (reason) {
    case 'reason_required':
      return [{ field: 'returnReason', code: 'required' }]
    case 'not_a_time':
    case 'past_time':
      return [{ field: 'release.at', code: reason }]
    case 'reason_too_long':
      return [{ field: 'returnReason', code: 'too_long' }]
    case 'title_too_long':
      return [{ field: 'release.title', code: 'too_long' }]
    case 'title_required':
      return [{ field: 'release.title', code: 'required' }]
    default:
      return []
  }
}
