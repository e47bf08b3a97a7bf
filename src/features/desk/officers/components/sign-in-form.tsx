'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { signInAction } from '../actions/sign-in'

/** Address and password. `next` is the desk page that was asked for. */
export function SignInForm({ next }: { next: string }) {
  const [state, action] = useActionState(signInAction, { reason: null, email: '' })
  const t = useTranslations('officers')
  const refusals = useTranslations('refusals')
  const language = useLocale()
  const error = state.reason ? 'sign-in-error' : undefined
  return (
    <form action={action} className="desk-form desk-narrow">
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="language" value={language} />
      {state.reason && (
        <p id="sign-in-error" role="alert" className="desk-alert">
          {refusals(state.reason)}
        </p>
      )}
      <div className="desk-field">
        <label htmlFor="email">{t('email')}</label>
        <input
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={state.email}
          aria-describedby={error}
        />
      </div>
      <div className="desk-field">
        <label htmlFor="password">{t('password')}</label>
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          aria-describedby={error}
        />
      </div>
      <div className="desk-actions">
        <button type="submit" className="button">
          {t('signIn')}
        </button>
      </div>
    </form>
  )
}
