'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { longestPassword, shortestPassword } from '@/server/authentication/password'
import { choosePasswordAction } from '../actions/sign-in'

/** Chooses a password by a one-time link. */
export function PasswordForm({ token }: { token: string }) {
  const [state, action] = useActionState(choosePasswordAction, { reason: null })
  const t = useTranslations('officers')
  const refusals = useTranslations('refusals')
  const language = useLocale()
  const described = state.reason ? 'password-error password-hint' : 'password-hint'
  return (
    <form action={action} className="desk-form desk-narrow">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="language" value={language} />
      {state.reason && (
        <p id="password-error" role="alert" className="desk-alert">
          {refusals(state.reason)}
        </p>
      )}
      {(['password', 'again'] as const).map((name) => (
        <div key={name} className="desk-field">
          <label htmlFor={name}>{t(name === 'again' ? 'passwordAgain' : 'newPassword')}</label>
          <input
            id={name}
            name={name}
            type="password"
            autoComplete="new-password"
            required
            minLength={shortestPassword}
            maxLength={longestPassword}
            aria-describedby={described}
          />
        </div>
      ))}
      <p id="password-hint" className="desk-hint">
        {t('passwordHint', { least: shortestPassword })}
      </p>
      <div className="desk-actions">
        <button type="submit" className="button">
          {t('setPassword')}
        </button>
      </div>
    </form>
  )
}
