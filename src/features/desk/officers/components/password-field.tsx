'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'

/** The present password, asked for again before something that would let another person in. */
export function PasswordField() {
  const t = useTranslations('account')
  const id = useId()
  return (
    <div className="desk-field">
      <label htmlFor={id}>{t('currentPassword')}</label>
      <input
        id={id}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={1000}
      />
    </div>
  )
}
