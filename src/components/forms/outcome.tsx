import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Messages } from '@/i18n/messages'

/** What was done. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="desk-notice">
      {children}
    </p>
  )
}

/** What went wrong, read out at once. */
export function Alert({ id, children }: { id?: string | undefined; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="desk-alert">
      {children}
    </p>
  )
}

/** A reason of refusals, as a command gives it. */
export type Reason = Exclude<keyof Messages['refusals'], 'fields' | 'characters'>

/** What a form shows again that was refused. */
export type RefusedState = { reason: Reason | null }

/** Why something was refused; nothing where it was not. */
export function Refusal({ id, reason }: { id?: string | undefined; reason: Reason | null }) {
  const t = useTranslations('refusals')
  return reason && <Alert id={id}>{t(reason)}</Alert>
}
