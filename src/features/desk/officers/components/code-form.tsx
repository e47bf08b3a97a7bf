'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { signInByCodeAction } from '../actions/sign-in'
import { AccountField, AccountForm } from './account-form'

/** The second step of a sign-in. `next` is the desk page that was asked for. */
export function CodeForm({ next }: { next: string }) {
  const [{ reason }, action] = useActionState(signInByCodeAction, { reason: null })
  const t = useTranslations('officers')
  const refused = reason ? { 'aria-describedby': 'code-error', 'aria-invalid': true } : {}
  return (
    <AccountForm
      action={action}
      values={{ next }}
      error="code-error"
      reason={reason}
      submit={t('signIn')}
    >
      <AccountField
        id="code"
        name="code"
        label={t('code.label')}
        // Digits or letters: a keypad of digits alone could not type a recovery code.
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={30}
        className="desk-mono"
        {...refused}
      />
    </AccountForm>
  )
}
