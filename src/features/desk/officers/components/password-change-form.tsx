'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { longestPassword, shortestPassword } from '@/server/authentication/password'
import { changePasswordAction, type PasswordChangeState } from '../actions/account'

const fields = [
  { name: 'current', autoComplete: 'current-password', least: 1, most: 1000 },
  {
    name: 'password',
    autoComplete: 'new-password',
    least: shortestPassword,
    most: longestPassword,
  },
  { name: 'again', autoComplete: 'new-password', least: shortestPassword, most: longestPassword },
] as const

/** Changes one's own password. */
export function PasswordChangeForm() {
  const [state, action] = useActionState(changePasswordAction, {
    reason: null,
  } satisfies PasswordChangeState)
  const [t, account] = [useTranslations('officers'), useTranslations('account')]
  const refusals = useTranslations('refusals')
  const labels = {
    current: account('currentPassword'),
    password: t('newPassword'),
    again: t('passwordAgain'),
  }
  return (
    <form action={action} className="desk-form desk-narrow">
      <input type="hidden" name="language" value={useLocale()} />
      {state.reason && (
        <p id="password-change-error" role="alert" className="desk-alert">
          {refusals(state.reason)}
        </p>
      )}
      {fields.map(({ name, autoComplete, least, most }) => (
        <div key={name} className="desk-field">
          <label htmlFor={`password-${name}`}>{labels[name]}</label>
          <input
            id={`password-${name}`}
            name={name}
            type="password"
            autoComplete={autoComplete}
            required
            minLength={least}
            maxLength={most}
            aria-describedby="password-change-hint"
          />
        </div>
      ))}
      <p id="password-change-hint" className="desk-hint">
        {t('passwordHint', { least: shortestPassword })}
      </p>
      <p className="desk-hint">{account('password.hint')}</p>
      <div className="desk-actions">
        <button type="submit" className="button">
          {account('password.change')}
        </button>
      </div>
    </form>
  )
}
