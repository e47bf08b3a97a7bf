'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { formatDay, formatMoment } from '@/i18n/formats'
import { type PasskeyRemovalState, removePasskeyAction } from '../actions/second-factor'
import type { OwnPasskey } from '../model'
import { PasswordField } from './password-field'

/** One's own passkeys, each with a way to remove it. */
export function PasskeyList({ passkeys }: { passkeys: OwnPasskey[] }) {
  const [state, action] = useActionState(removePasskeyAction, {
    reason: null,
    done: false,
  } satisfies PasskeyRemovalState)
  const [t, refusals] = [useTranslations('account.passkeys'), useTranslations('refusals')]
  const language = useLocale()
  return (
    <>
      {state.reason && (
        <p role="alert" className="desk-alert">
          {refusals(state.reason)}
        </p>
      )}
      {state.done && (
        <p role="status" className="desk-notice">
          {t('removed')}
        </p>
      )}
      {passkeys.length === 0 && <p>{t('none')}</p>}
      <ul className="desk-rows">
        {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id}>
            <strong>{name}</strong>
            <small>
              {t('created')} {formatDay(createdAt, language)} ·{' '}
              {lastUsedAt ? `${t('lastUsed')} ${formatMoment(lastUsedAt, language)}` : t('never')}
            </small>
            <details className="desk-act">
              <summary aria-label={t('removeLabel', { name })}>{t('remove')}</summary>
              <form action={action} className="desk-form desk-narrow">
                <input type="hidden" name="language" value={language} />
                <input type="hidden" name="id" value={id} />
                <PasswordField />
                <div className="desk-actions">
                  <button type="submit" className="desk-button-quiet">
                    {t('remove')}
                  </button>
                </div>
              </form>
            </details>
          </li>
        ))}
      </ul>
    </>
  )
}
