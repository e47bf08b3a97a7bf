'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { changePasswordAction } from '../actions/account'
import { AccountForm } from './account-form'
import { NewPasswordFields, PasswordField } from './password-field'

/** Changes one's own password. */
export function PasswordChangeForm() {
  const [{ reason }, action] = useActionState(changePasswordAction, { reason: null })
  const t = useTranslations('account.password')
  return (
    <AccountForm action={action} error="password-change-error" reason={reason} submit={t('change')}>
      <PasswordField name="current" />
      <NewPasswordFields error={reason && 'password-change-error'} />
      <p className="desk-hint">{t('hint')}</p>
    </AccountForm>
  )
}
