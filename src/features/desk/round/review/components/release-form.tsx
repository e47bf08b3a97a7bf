'use client'

import { useTranslations } from 'next-intl'
import { releaseAction } from '../actions'
import { Decision } from './decision'
import { ReleaseFields } from './release-fields'

/** Moves a planned release, or gives it another title. `values` are those of its fields as they are. */
export function MoveReleaseForm({
  id,
  values,
  earliest,
}: {
  id: string
  values: Record<string, string>
  earliest: string
}) {
  const t = useTranslations('submissions.release')
  return (
    <Decision
      action={releaseAction}
      about={{ id }}
      values={values}
      intent="move"
      title={t('moveTitle')}
      heading="h4"
      button={t('move')}
    >
      {(asked) => <ReleaseFields {...asked} earliest={earliest} />}
    </Decision>
  )
}

/** Calls a planned release off. */
export function CancelReleaseForm({ id }: { id: string }) {
  const t = useTranslations('submissions.release')
  return (
    <Decision
      action={releaseAction}
      about={{ id }}
      intent="cancel"
      title={t('cancelTitle')}
      heading="h4"
      hint={t('cancelHint')}
      button={t('cancel')}
    />
  )
}
