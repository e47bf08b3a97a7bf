'use client'

import { useTranslations } from 'next-intl'
import type { FieldProblem } from '@/components/forms/problems'
import { type ItemKind, type ItemState, statesOf } from '@/features/register/states/model/states'
import { useStateLabel } from './typed-statement'

/** The states that an item can be in, each with what it means. */
export function StateChoice({
  kind,
  chosen,
  problems,
}: {
  kind: ItemKind
  chosen: string | undefined
  problems: FieldProblem[]
}) {
  const t = useTranslations('desk.form')
  const progress = useTranslations('progress')
  const refusals = useTranslations('refusals.fields')
  const label = useStateLabel(kind)
  const problem = problems.find(({ field }) => field === 'state')
  const definition = (state: ItemState) =>
    kind === 'project'
      ? progress(`states.${state as 'ended'}.definition`)
      : progress(`documentStates.${state as 'ended'}.definition`)
  return (
    <fieldset className="desk-group" id="state" tabIndex={-1}>
      <legend>{t('state')}</legend>
      {problem && <p className="desk-error">{refusals(problem.code)}</p>}
      <div className="desk-choices">
        {statesOf(kind).map((state) => (
          <label key={state} className="desk-choice">
            <input
              type="radio"
              name="state"
              value={state}
              defaultChecked={chosen === state}
              aria-describedby={`means-${state}`}
            />
            <span>
              <strong>{label(state)}</strong>
              <small id={`means-${state}`}>{definition(state)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
