'use client'

import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { longestReturnReason } from '@/features/desk/round/submissions/input'
import { reviewAction } from '../actions'
import { Decision } from './decision'
import { ReleaseFields } from './release-fields'

type Decided = {
  id: string
  /** The subject's version that the reviewer has before them. */
  version: number
}

/** Makes a submission public at once, says yes for the other side, or takes back one's own. */
export function PlainDecision({
  intent,
  ...decided
}: Decided & { intent: 'publish' | 'agree' | 'withdraw' }) {
  const t = useTranslations('submissions.decision')
  return (
    <Decision
      action={reviewAction}
      about={decided}
      intent={intent}
      title={t(`${intent}Title`)}
      hint={t(`${intent}Hint`)}
      button={t(intent)}
      isStrong={intent !== 'withdraw'}
    />
  )
}

/** Approves a submission for a release: one that is planned, or a new one. `earliest` is for the clock's field. */
export function ApproveForm({
  releases,
  earliest,
  ...decided
}: Decided & {
  /** The ids of those that it can join, with their names. */
  releases: readonly (readonly [string, string])[]
  earliest: string
}) {
  const t = useTranslations('submissions.decision')
  return (
    <Decision
      action={reviewAction}
      about={decided}
      intent="approve"
      title={t('approveTitle')}
      hint={t('approveHint')}
      button={t('approve')}
    >
      {({ values, problems }) => (
        <>
          {releases.length > 0 && (
            <SelectField
              name="releaseId"
              label={t('release')}
              problems={problems}
              value={values.releaseId ?? releases[0]?.[0]}
              options={[...releases, ['', t('newRelease')]]}
            />
          )}
          <div className="desk-if-new-release">
            <ReleaseFields values={values} problems={problems} earliest={earliest} />
          </div>
        </>
      )}
    </Decision>
  )
}

/** Returns a submission to its author with the reason. */
export function ReturnForm(decided: Decided) {
  const t = useTranslations('submissions.decision')
  return (
    <Decision
      action={reviewAction}
      about={decided}
      intent="return"
      title={t('returnTitle')}
      button={t('return')}
    >
      {({ values, problems }) => (
        <TextField
          name="returnReason"
          label={t('reason')}
          hint={t('reasonHint')}
          value={values.returnReason}
          problems={problems}
          limit={longestReturnReason}
          area={{ rows: 3 }}
        />
      )}
    </Decision>
  )
}
