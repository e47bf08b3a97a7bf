'use client'

import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState, useTransition } from 'react'
import { Alert, type Reason, Refusal } from '@/components/forms/outcome'
import { beginPasskeySignInAction, signInByPasskeyAction } from '../actions/sign-in'

/**
 * Signs in with a passkey: no address, no password. Drawn only where JavaScript runs, the browser can, and the
 * page is at `origin`, the one address that passkeys are bound to.
 */
export function PasskeySignIn({ next, origin }: { next: string; origin: string }) {
  const [isPossible, setPossible] = useState(false)
  const [problem, setProblem] = useState<Reason | 'cancelled' | null>(null)
  const [isBusy, start] = useTransition()
  const [language, t] = [useLocale(), useTranslations()]
  useEffect(() => {
    setPossible(browserSupportsWebAuthn() && window.location.origin === origin)
  }, [origin])
  if (!isPossible) return null

  async function signIn() {
    setProblem(null)
    const begun = await beginPasskeySignInAction()
    if (!begun.ok) return setProblem(begun.reason)
    const response = await startAuthentication({ optionsJSON: begun.options }).catch(() => null)
    if (!response) return setProblem('cancelled')
    const form = new FormData()
    form.set('next', next)
    form.set('language', language)
    const outcome = await signInByPasskeyAction(response, form)
    if (outcome) setProblem(outcome.reason)
  }

  return (
    <div className="desk-form desk-narrow">
      {problem === 'cancelled' ? (
        <Alert>{t('account.passkeys.signInCancelled')}</Alert>
      ) : (
        <Refusal reason={problem} />
      )}
      <button
        type="button"
        className="desk-button-quiet"
        disabled={isBusy}
        onClick={() => start(signIn)}
      >
        {t('officers.signInWithPasskey')}
      </button>
    </div>
  )
}
