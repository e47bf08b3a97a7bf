'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { shortestPassword } from '@/server/authentication/password'
import { AccountField } from './account-form'

/** The present password, asked for again before something that would let another person in. */
export function PasswordField({ name = 'password' }: { name?: string }) {
  const t = useTranslations('account')
  return (
    <AccountField
      id={useId()}
      name={name}
      label={t('currentPassword')}
      type="password"
      autoComplete="current-password"
    />
  )
}

/** A new password, typed twice, and how long it must be. @param error the id of why it was refused. */
export function NewPasswordFields({ error }: { error: string | null }) {
  const t = useTranslations('officers')
  return (
    <>
      {(['password', 'again'] as const).map((name) => (
        <AccountField
          key={name}
          id={name}
          name={name}
          label={t(name === 'again' ? 'passwordAgain' : 'newPassword')}
          type="password"
          autoComplete="new-password"
          minLength={shortestPassword}
          aria-describedby={error ? `${error} password-hint` : 'password-hint'}
        />
      ))}
      <p id="password-hint" className="desk-hint">
        {t('passwordHint', { least: shortestPassword })}
      </p>
    </>
  )
}
