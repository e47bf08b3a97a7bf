'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { choosePasswordAction } from '../actions/sign-in'
import { AccountForm } from './account-form'
import { NewPasswordFields } from './password-field'

/** Chooses a password by a one-time link. */
export function PasswordForm({ token }: { token: string }) {
  const [{ reason }, action] = useActionState(choosePasswordAction, { reason: null })
  const t = useTranslations('officers')
  return (
    <AccountForm
      action={action}
      values={{ token }}
      error="password-error"
      reason={reason}
      submit={t('setPassword')}
    >
      <NewPasswordFields error={reason && 'password-error'} />
    </AccountForm>
  )
}
