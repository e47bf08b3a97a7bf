'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { Done, Refusal } from '@/components/forms/outcome'
import { type AuthenticatorState, authenticatorAction } from '../actions/second-factor'
import { AccountField, AccountForm } from './account-form'
import { PasswordField } from './password-field'
import { RecoveryCodes } from './recovery-codes'

/**
 * The authenticator app: set up step by step, its recovery codes, switched off. One component for all of it,
 * because the codes come in the answer to the previous step and must survive the page's rendering again.
 * @param left how many recovery codes are left; null while there is no app.
 */
export function Authenticator({ left }: { left: number | null }) {
  const [state, action] = useActionState(authenticatorAction, {
    reason: null,
    pending: null,
    recoveryCodes: null,
    done: null,
  } satisfies AuthenticatorState)
  const t = useTranslations('account.app')
  const isOn = left !== null
  return (
    <>
      <Refusal reason={state.reason} />
      {state.done && <Done>{t(state.done)}</Done>}
      {state.recoveryCodes && (
        <RecoveryCodes key={state.recoveryCodes[0]} codes={state.recoveryCodes} />
      )}
      <p>{t(isOn ? 'on' : 'off')}</p>
      {isOn && <p>{t('left', { count: left })}</p>}
      {!isOn && state.pending && <PendingApp app={state.pending} action={action} />}
      {!isOn && !state.pending && (
        <StepForm step="begin" action={action}>
          <PasswordField />
        </StepForm>
      )}
      {isOn &&
        (['renew', 'remove'] as const).map((step) => (
          <details key={step} className="desk-act">
            <summary>{t(step)}</summary>
            <StepForm step={step} action={action}>
              <p className="desk-hint">{t(`${step}Hint`)}</p>
              <PasswordField />
            </StepForm>
          </details>
        ))}
    </>
  )
}

function PendingApp({
  app,
  action,
}: {
  app: NonNullable<AuthenticatorState['pending']>
  action: (form: FormData) => void
}) {
  const t = useTranslations('account.app')
  const { size, path } = app.picture
  return (
    <StepForm step="confirm" action={action}>
      <p>{t('scan')}</p>
      {/* Dark on light in either colour scheme, with the margin that scanners need. */}
      <svg
        className="desk-scan"
        viewBox={`-4 -4 ${size + 8} ${size + 8}`}
        role="img"
        aria-label={t('picture')}
        shapeRendering="crispEdges"
      >
        <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p>
        {t('secret')}
        <code className="desk-mono desk-block">{app.secret}</code>
      </p>
      <p>
        <a href={app.uri}>{t('open')}</a>
      </p>
      <AccountField
        id="app-code"
        name="code"
        label={t('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        className="desk-mono"
      />
    </StepForm>
  )
}

function StepForm({
  step,
  action,
  children,
}: {
  step: 'begin' | 'confirm' | 'renew' | 'remove'
  action: (form: FormData) => void
  children: ReactNode
}) {
  const t = useTranslations('account.app')
  return (
    <AccountForm action={action} values={{ step }} submit={t(step)}>
      {children}
    </AccountForm>
  )
}
