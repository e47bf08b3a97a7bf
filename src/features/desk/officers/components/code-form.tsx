'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { signInByCodeAction } from '../actions/sign-in'

/** The second step of a sign-in. `next` is the desk page that was asked for. */
export function CodeForm({ next }: { next: string }) {
  const [state, action] = useActionState(signInByCodeAction, { reason: null })
  const [t, refusals] = [useTranslations('officers'), useTranslations('refusals')]
  const language = useLocale()
  return (
    <form action={action} className="desk-form desk-narrow">
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="language" value={language} />
      {state.reason && (
        <p id="code-error" role="alert" className="desk-alert">
          {refusals(state.reason)}
        </p>
      )}
      <div className="desk-field">
        <label htmlFor="code">{t('code.label')}</label>
        <input
          id="code"
          name="code"
          // Digits or letters: a keypad of digits alone could not type a recovery code.
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={30}
          className="desk-mono"
          {...(state.reason ? { 'aria-describedby': 'code-error', 'aria-invalid': true } : {})}
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
