'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { signInAction } from '../actions/sign-in'
import { AccountField, AccountForm } from './account-form'

/** Address and password. `next` is the desk page that was asked for. */
export function SignInForm({ next }: { next: string }) {
  const [{ reason, email }, action] = useActionState(signInAction, { reason: null, email: '' })
  const t = useTranslations('officers')
  const described = reason ? 'sign-in-error' : undefined
  return (
    <AccountForm
      action={action}
      values={{ next }}
      error="sign-in-error"
      reason={reason}
      submit={t('signIn')}
    >
      <AccountField
        id="email"
        name="email"
        label={t('email')}
        type="email"
        autoComplete="username"
        defaultValue={email}
        aria-describedby={described}
      />
      <AccountField
        id="password"
        name="password"
        label={t('password')}
        type="password"
        autoComplete="current-password"
        aria-describedby={described}
      />
    </AccountForm>
  )
}
