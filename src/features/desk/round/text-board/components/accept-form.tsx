'use client'

import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useActionState, useContext } from 'react'
import { Choice } from '@/components/forms/choice'
import { ErrorSummary } from '@/components/forms/error-summary'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { type AcceptState, acceptAction } from '../actions'

const Chosen = createContext<{ turn: number; chosen: readonly string[] | null }>({
  turn: 0,
  chosen: null,
})

/**
 * The board as a form that accepts the conversions chosen on it.
 * @param filter the board's filter as a query, to come back to.
 * @param hasChoices whether there is anything on the page to choose.
 */
export function AcceptForm({
  filter,
  hasChoices,
  choices,
  children,
}: {
  filter: string
  hasChoices: boolean
  /** Links that choose all or none. */
  choices: ReactNode
  children: ReactNode
}) {
  const start: AcceptState = { turn: 0, chosen: [], reason: null, refused: [] }
  const [state, action, pending] = useActionState(acceptAction, start)
  const t = useTranslations('texts.board')
  const refusals = useTranslations('refusals')
  if (!hasChoices) return children
  return (
    <form action={action} className="desk-form" key={state.turn}>
      <HiddenFields values={{ filter }} />
      {state.reason && (
        <ErrorSummary
          title={
            state.reason === 'nothing_picked'
              ? t('nothingPicked')
              : state.reason === 'refused'
                ? t('refused')
                : refusals(state.reason)
          }
          links={state.refused.map(({ kind, reference, reason }) => ({
            field: `${kind}-${reference}`,
            text: `${reference}: ${refusals(reason)}`,
          }))}
        />
      )}
      <Chosen value={{ turn: state.turn, chosen: state.turn > 0 ? state.chosen : null }}>
        {children}
      </Chosen>
      <div className="desk-actions text-accept" aria-busy={pending}>
        <button type="submit" className="button">
          {t('submit')}
        </button>
        {choices}
        <p className="desk-hint">{t('acceptHint')}</p>
      </div>
    </form>
  )
}

/** The box that chooses one conversion, checked again after a refusal. */
export function AcceptBox({
  value,
  picked,
  label,
}: {
  value: string
  picked: boolean
  /** The full label, for a screen reader that reads the box alone. */
  label: string
}) {
  const { chosen } = useContext(Chosen)
  const t = useTranslations('texts.board')
  return (
    <Choice
      type="checkbox"
      name="accept"
      value={value}
      aria-label={label}
      defaultChecked={chosen ? chosen.includes(value) : picked}
    >
      {t('accept')}
    </Choice>
  )
}
