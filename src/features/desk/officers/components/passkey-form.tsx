'use client'

import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useTransition } from 'react'
import { Alert, type Reason, Refusal } from '@/components/forms/outcome'
import { addPasskeyAction, beginPasskeyAction } from '../actions/second-factor'
import { AccountField, AccountForm } from './account-form'
import { PasswordField } from './password-field'

/**
 * Adds a passkey, where JavaScript runs and the browser can; elsewhere it says why not.
 * @param origin the one address that passkeys are bound to. @param account the path of the account page.
 */
export function PasskeyForm({ origin, account }: { origin: string; account: string }) {
  const [ability, setAbility] = useState<'unknown' | 'can' | 'unsupported' | 'elsewhere'>('unknown')
  const [problem, setProblem] = useState<Reason | 'cancelled' | null>(null)
  const [isBusy, start] = useTransition()
  const t = useTranslations('account.passkeys')
  useEffect(() => {
    if (!browserSupportsWebAuthn()) setAbility('unsupported')
    else setAbility(window.location.origin === origin ? 'can' : 'elsewhere')
  }, [origin])

  async function add(form: FormData) {
    setProblem(null)
    const begun = await beginPasskeyAction(String(form.get('password') ?? ''))
    if (!begun.ok) return setProblem(begun.reason)
    const response = await startRegistration({ optionsJSON: begun.options }).catch(() => null)
    if (!response) return setProblem('cancelled')
    const outcome = await addPasskeyAction(String(form.get('name') ?? ''), response)
    if (!outcome.ok) return setProblem(outcome.reason)
    window.location.assign(`${account}?done=passkey`)
  }

  // As the server draws it, and as it stays where JavaScript does not run.
  if (ability === 'unknown') return <p>{t('needsScript')}</p>
  if (ability === 'unsupported') return <p>{t('unsupported')}</p>
  if (ability === 'elsewhere') {
    const link = (words: React.ReactNode) => <a href={`${origin}${account}`}>{words}</a>
    return <p>{t.rich('elsewhere', { origin, link })}</p>
  }
  return (
    <details className="desk-act">
      <summary>{t('add')}</summary>
      <AccountForm
        submit={t('add')}
        button={{ disabled: isBusy }}
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          start(() => add(form))
        }}
      >
        {problem === 'cancelled' ? <Alert>{t('cancelled')}</Alert> : <Refusal reason={problem} />}
        <AccountField
          id="passkey-name"
          name="name"
          label={t('name')}
          maxLength={60}
          autoComplete="off"
          aria-describedby="passkey-name-hint"
        >
          <p id="passkey-name-hint" className="desk-hint">
            {t('nameHint')}
          </p>
        </AccountField>
        <PasswordField />
      </AccountForm>
    </details>
  )
}
