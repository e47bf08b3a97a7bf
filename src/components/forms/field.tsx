'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CharactersLeft } from './characters-left'
import type { FieldProblem } from './problems'

/** What every control of a form gets, so that its error and hint are read out with it. */
export type ControlProps = {
  id: string
  name: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** A label, a control, its hint and its error. `name` is the field's path in the statement. */
export function Field({
  name,
  label,
  hint,
  problems,
  value,
  limit,
  below,
  children,
}: {
  name: string
  label: ReactNode
  hint?: string | undefined
  problems: FieldProblem[]
  /** What the control holds at first. */
  value?: string | undefined
  /** The most characters that it takes, which are counted below it. */
  limit?: number | undefined
  /** What stands under the control and its count. */
  below?: ReactNode
  children: (props: ControlProps) => ReactNode
}) {
  const t = useTranslations('refusals.fields')
  const problem = problems.find((candidate) => candidate.field === name)
  const described = [
    hint && `${name}-hint`,
    problem && `${name}-error`,
    limit !== undefined && `${name}-left`,
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <div className="desk-field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p id={`${name}-hint`} className="desk-hint">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${name}-error`} className="desk-error">
          {t(problem.code)}
        </p>
      )}
      {children({
        id: name,
        name,
        'aria-invalid': problem ? true : undefined,
        'aria-describedby': described || undefined,
      })}
      {limit !== undefined && (
        <CharactersLeft of={name} id={`${name}-left`} value={value} limit={limit} />
      )}
      {below}
    </div>
  )
}
