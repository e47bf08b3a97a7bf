'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, type ReactNode, useActionState, useEffect, useRef } from 'react'
import type { Option } from '@/components/forms/choice-select'
import { ErrorSummary } from '@/components/forms/error-summary'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { InputField } from '@/components/forms/input-field'
import { IntentButton } from '@/components/forms/intent-button'
import { SelectField } from '@/components/forms/select-field'
import { Autosave } from '@/features/desk/round/drafts/components/autosave'
import { MovedDraft } from '@/features/desk/round/drafts/components/moved-draft'
import { seenField } from '@/features/desk/round/drafts/model'
import { CorrectionFields } from '@/features/desk/round/submissions/components/correction-fields'
import type { SourceChoice } from '@/features/register/sources/model'
import type { ItemKind } from '@/features/register/states/model/states'
import { type StatementFormState, statementAction } from '../actions'
import { liveCited, liveFields, typedCited } from '../model/shown-fields'
import { CitationList } from './citation-fields'
import { PassageFields, WritingFields } from './passage-fields'
import { StateChoice } from './state-choice'
import { TypedStatement } from './typed-statement'
import { useStatementWords } from './use-statement-words'

type Props = {
  kind: ItemKind
  initial: Record<string, string>
  /** ISO days. */
  today: string
  conferenceDay: string | null
  /** Who can say so of this item, in words, by the code; and as whom of them this officer may. */
  assertions: Readonly<Record<string, string>>
  own: readonly string[]
  sources: SourceChoice[]
  revisions: readonly Option[]
  /** ISO time at which what is shown was kept as a draft; null when it is none. */
  draftSavedAt: string | null
  /** Whether the citation shown is that of the statement published now. */
  isCarriedOver: boolean
  /** What publishing it does to what sides have said; nothing where none has. */
  effects: ReactNode
}

/**
 * The form for a statement about one item, on one screen. Every button posts the whole form, so it works
 * without JavaScript.
 */
export function StatementForm(props: Props) {
  const { kind, initial, today, conferenceDay, assertions, own, sources, revisions } = props
  const start: StatementFormState = {
    turn: 0,
    step: 'edit',
    values: initial,
    at: null,
    problems: [],
    reason: null,
    conflict: null,
    other: null,
  }
  const [state, action, pending] = useActionState(statementAction, start)
  const [t, drafts] = [useTranslations('desk'), useTranslations('drafts')]
  const refusals = useTranslations('refusals')
  const { values, problems } = state
  const { reference, version, replaces, leftBehindSeen } = values
  const typed = { kind, values, cited: typedCited(values, sources), assertions }
  const { labelOf, wordsOf } = useStatementWords({ kind, assertions, sources })
  return (
    <form action={action} className="desk-form" key={state.turn} noValidate>
      <HiddenFields values={{ reference, version, replaces, leftBehindSeen }} />
      {/* The Enter key presses the first button of a form: it shall never publish. */}
      <IntentButton value="preview" className="visually-hidden" tabIndex={-1}>
        {t('form.preview')}
      </IntentButton>
      {state.reason && (
        <ErrorSummary
          title={refusals(state.reason)}
          links={problems.map(({ field, code }) => ({
            field: code === 'source_held' ? field.replace(/url$/, 'slug') : field,
            text: `${labelOf(field)}: ${refusals(`fields.${code}`)}`,
          }))}
        />
      )}
      {state.other && (
        <MovedDraft other={state.other} values={values} labelOf={labelOf} wordsOf={wordsOf} />
      )}
      {state.conflict && (
        <section className="desk-columns" aria-label={refusals('conflict')}>
          <div>
            <h2>{t('form.liveNow')}</h2>
            <TypedStatement
              kind={kind}
              values={liveFields(state.conflict)}
              cited={liveCited(state.conflict)}
              assertions={assertions}
            />
          </div>
          <div>
            <h2>{t('form.yours')}</h2>
            <TypedStatement {...typed} />
          </div>
        </section>
      )}
      {state.step === 'preview' && <Preview {...typed} />}
      <StateChoice kind={kind} chosen={values.state} problems={problems} />
      <div className="desk-columns">
        <InputField
          name="asOf"
          label={t('form.asOf')}
          hint={t('form.asOfHint')}
          problems={problems}
          value={values.asOf}
          type="date"
          required
          min={conferenceDay ?? undefined}
          max={today}
        />
        <SelectField
          name="assertedBy"
          label={t('form.assertedBy')}
          hint={t('form.assertedByHint')}
          problems={problems}
          value={values.assertedBy ?? ''}
          options={own.map((who) => [who, assertions[who] ?? who])}
        />
      </div>
      <PassageFields part="note" values={values} problems={problems} />
      <div className="desk-if-reason">
        <PassageFields part="reason" values={values} problems={problems} />
      </div>
      <WritingFields values={values} />
      <CitationList
        values={values}
        problems={problems}
        sources={sources}
        at={state.at}
        isCarriedOver={props.isCarriedOver && state.turn === 0}
      />
      <CorrectionFields values={values} problems={problems} revisions={revisions} />
      {props.effects}
      <div className="desk-sticky" aria-busy={pending}>
        <Autosave
          draftKey={`statement:${reference ?? ''}`}
          baseVersion={Number(version)}
          savedAt={state.turn === 0 ? props.draftSavedAt : null}
          seen={values[seenField]}
        />
        <div className="desk-actions">
          <IntentButton value="preview">{t('form.preview')}</IntentButton>
          <IntentButton value="draft">{drafts('save')}</IntentButton>
          <IntentButton value="save" className="button">
            {t('form.submit')}
          </IntentButton>
        </div>
      </div>
    </form>
  )
}

/** The statement as it would read; takes the focus, since the button that asked for it is far below. */
function Preview(typed: ComponentProps<typeof TypedStatement>) {
  const t = useTranslations('desk.form')
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <section ref={box} className="desk-preview" tabIndex={-1} aria-labelledby="preview">
      <h2 id="preview">{t('previewTitle')}</h2>
      <TypedStatement {...typed} />
      {typed.values.conversionAccepted !== 'on' && (
        <p className="desk-hint">{t('conversionMarked')}</p>
      )}
    </section>
  )
}
