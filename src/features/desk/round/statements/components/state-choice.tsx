'use client'

import { useTranslations } from 'next-intl'
import { Choice } from '@/components/forms/choice'
import type { FieldProblem } from '@/components/forms/problems'
import { useStateWords } from '@/features/register/states/components/use-state-words'
import { type ItemKind, needsReason, statesOf } from '@/features/register/states/model/states'

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
  const refusals = useTranslations('refusals.fields')
  const wordsFor = useStateWords(kind)
  const problem = problems.find(({ field }) => field === 'state')
  return (
    <fieldset className="desk-group" id="state" tabIndex={-1}>
      <legend>{t('state')}</legend>
      {problem && <p className="desk-error">{refusals(problem.code)}</p>}
      <div className="desk-choices">
        {statesOf(kind).map((state) => (
          <Choice
            key={state}
            type="radio"
            name="state"
            value={state}
            defaultChecked={chosen === state}
            data-needs-reason={needsReason(state) || undefined}
            aria-describedby={`means-${state}`}
          >
            <strong>{wordsFor(state).label}</strong>
            <small id={`means-${state}`}>{wordsFor(state).definition}</small>
          </Choice>
        ))}
      </div>
    </fieldset>
  )
}
