'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { Done, Refusal } from '@/components/forms/outcome'
import { type OfficerActState, officerAccountAction } from '../actions/officers'
import { OneTimeLink } from './one-time-link'

type Act = 'link' | 'end_sessions' | 'remove_second_factor' | 'disable' | 'enable'

/**
 * What an administrator may do to another officer's sign-in. Each act is opened and then confirmed, with
 * JavaScript or without, so that a mis-click locks nobody out.
 */
export function OfficerActs({ id, acts }: { id: string; acts: readonly Act[] }) {
  const [state, action] = useActionState(officerAccountAction, {
    reason: null,
    done: null,
    link: null,
  } satisfies OfficerActState)
  const t = useTranslations('officers.people')
  return (
    <>
      <Refusal reason={state.reason} />
      {state.done && state.link && (
        <OneTimeLink key={state.link} text={t('done.link')} link={state.link} />
      )}
      {state.done && !state.link && <Done>{t(`done.${state.done}`)}</Done>}
      {acts.map((act) => (
        <details key={act} className="desk-act">
          <summary>{t(`acts.${act}`)}</summary>
          <form action={action} className="desk-form">
            <HiddenFields values={{ id }} />
            <p className="desk-hint">{t(`acts.${act}Hint`)}</p>
            <button
              type="submit"
              name="act"
              value={act}
              className="desk-button-quiet"
              aria-label={`${t(`acts.${act}`)}: ${t('acts.confirm')}`}
            >
              {t('acts.confirm')}
            </button>
          </form>
        </details>
      ))}
    </>
  )
}
