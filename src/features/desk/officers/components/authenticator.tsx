'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { type AuthenticatorState, authenticatorAction } from '../actions/second-factor'
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
  const [t, refusals] = [useTranslations('account.app'), useTranslations('refusals')]
  const isOn = left !== null
  return (
    <>
      {state.reason && (
        <p role="alert" className="desk-alert">
          {refusals(state.reason)}
        </p>
      )}
      {state.done && (
        <p role="status" className="desk-notice">
          {t(state.done)}
        </p>
      )}
      {state.recoveryCodes && (
        <RecoveryCodes key={state.recoveryCodes[0]} codes={state.recoveryCodes} />
      )}
      <p>{t(isOn ? 'on' : 'off')}</p>
      {isOn && <p>{t('left', { count: left })}</p>}
      {!isOn && state.pending && <PendingApp app={state.pending} action={action} />}
      {!isOn && !state.pending && (
        <StepForm step="begin" action={action}>
          <PasswordField />
          <Submit>{t('begin')}</Submit>
        </StepForm>
      )}
      {isOn &&
        (['renew', 'remove'] as const).map((step) => (
          <details key={step} className="desk-act">
            <summary>{t(step)}</summary>
            <StepForm step={step} action={action}>
              <p className="desk-hint">{t(`${step}Hint`)}</p>
              <PasswordField />
              <Submit>{t(step)}</Submit>
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
      <div className="desk-field">
        <label htmlFor="app-code">{t('code')}</label>
        <input
          id="app-code"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={20}
          className="desk-mono"
        />
      </div>
      <Submit>{t('confirm')}</Submit>
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
  return (
    <form action={action} className="desk-form desk-narrow">
      <input type="hidden" name="language" value={useLocale()} />
      <input type="hidden" name="step" value={step} />
      {children}
    </form>
  )
}

function Submit({ children }: { children: ReactNode }) {
  return (
    <div className="desk-actions">
      <button type="submit" className="button">
        {children}
      </button>
    </div>
  )
}
