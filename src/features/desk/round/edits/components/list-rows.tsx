'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { IntentButton } from '@/components/forms/intent-button'
import type { FieldProblem } from '@/components/forms/problems'
import type { EditableKind } from '@/features/register/subjects/model/kinds'

/** The buttons beside one row of a list. */
export function RowButtons({
  path,
  row,
  label,
  mayRise,
}: {
  path: string
  row: number
  label: string
  mayRise: boolean
}) {
  const t = useTranslations('edits.form')
  const number = row + 1
  return (
    <span className="editor-row-buttons">
      {mayRise && (
        <IntentButton value={`up:${path}:${row}`} aria-label={t('upOf', { label, number })}>
          {t('up')}
        </IntentButton>
      )}
      <IntentButton value={`remove:${path}:${row}`} aria-label={t('removeOf', { label, number })}>
        {t('remove')}
      </IntentButton>
    </span>
  )
}

/** A list of a form: its rows, the buttons that add to it, and what is wrong with it as a whole. */
export function ListGroup({
  path,
  legend,
  hint,
  problems,
  add,
  missing,
  children,
}: {
  path: string
  legend: string
  hint?: string | undefined
  problems: FieldProblem[]
  /** What the button that adds a row says; left out of a list whose rows are given. */
  add?: string
  /** The kind of thing that may have to be added to the register first. */
  missing?: Extract<EditableKind, 'organisation' | 'person' | 'field'>
  children: ReactNode
}) {
  const t = useTranslations('edits.form')
  const refusals = useTranslations('refusals.fields')
  const problem = problems.find(({ field }) => field === path)
  return (
    <fieldset className="desk-group" id={path} tabIndex={-1}>
      <legend>{legend}</legend>
      {hint && <p className="desk-hint">{hint}</p>}
      {problem && <p className="desk-error">{refusals(problem.code)}</p>}
      {children}
      <div className="desk-actions">
        {add && <IntentButton value={`add:${path}`}>{add}</IntentButton>}
        {missing && (
          <IntentButton value={`leave:${missing}`}>{t(`missing.${missing}`)}</IntentButton>
        )}
      </div>
    </fieldset>
  )
}
