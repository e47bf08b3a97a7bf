'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Done, Refusal } from '@/components/forms/outcome'
import { formatDay, formatMoment } from '@/i18n/formats'
import { inQuotation } from '@/i18n/quotation'
import { type PasskeyRemovalState, removePasskeyAction } from '../actions/second-factor'
import type { OwnPasskey } from '../model'
import { AccountForm } from './account-form'
import { PasswordField } from './password-field'

/** One's own passkeys, each with a way to remove it. */
export function PasskeyList({ passkeys }: { passkeys: OwnPasskey[] }) {
  const [state, action] = useActionState(removePasskeyAction, {
    reason: null,
    done: false,
  } satisfies PasskeyRemovalState)
  const [language, t] = [useLocale(), useTranslations('account.passkeys')]
  return (
    <>
      <Refusal reason={state.reason} />
      {state.done && <Done>{t('removed')}</Done>}
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
              <summary aria-label={t('removeLabel', { name: inQuotation(name, language) })}>
                {t('remove')}
              </summary>
              <AccountForm
                action={action}
                values={{ id }}
                submit={t('remove')}
                button={{ className: 'desk-button-quiet' }}
              >
                <PasswordField />
              </AccountForm>
            </details>
          </li>
        ))}
      </ul>
    </>
  )
}
