'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useActionState, useState } from 'react'
import type { Option } from '@/components/forms/choice-select'
import { ErrorSummary } from '@/components/forms/error-summary'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { IntentButton } from '@/components/forms/intent-button'
import { Alert } from '@/components/forms/outcome'
import { Autosave } from '@/features/desk/round/drafts/components/autosave'
import { MovedDraft } from '@/features/desk/round/drafts/components/moved-draft'
import { seenField } from '@/features/desk/round/drafts/model'
import { CorrectionFields } from '@/features/desk/round/submissions/components/correction-fields'
import { type EditableKind, kinds } from '@/features/register/subjects/model/kinds'
import { type EditState, editAction } from '../actions'
import { CitationRows } from './citation-rows'
import { FactControl } from './fact-fields'
import type { ShownEditor, ShownFact, ShownPart } from './shown-editor'
import { TextFields } from './text-fields'
import { useFieldLabel } from './use-field-label'

type Props = {
  kind: EditableKind
  draftKey: string
  /** ISO time at which what the form shows was kept; null when it is no draft. */
  savedAt: string | null
  /** The version of the draft that the form shows; blank when it is no draft. */
  seen: string
  editor: ShownEditor
  facts: readonly ShownFact[]
  parts: readonly ShownPart[]
  /** The subject's revisions; none for one that is to be added. */
  history: readonly Option[]
  /** Why it was not submitted, in words; null while nothing speaks against it. */
  refusal: string | null
  /** The form that this one was opened from: `document.6-d03`. */
  back: string | null
  /** What stands above the fields: the preview, the places of a conflict. */
  children: ReactNode
}

/** The form's bytes that one request may have, with room for what the browser adds to each field. */
const mostBytes = 60_000
const bytesPerField = 150

/** The editor of one subject on one screen. Every button posts the whole form, so it works without JavaScript. */
export function EditForm(props: Props) {
  const { kind, draftKey, facts, parts, history, back, children } = props
  const start: EditState = { turn: 0, reason: null, values: null, other: null }
  const [state, action, pending] = useActionState(editAction, start)
  const [isTooLarge, setTooLarge] = useState(false)
  const t = useTranslations('edits.form')
  const refusals = useTranslations('refusals')
  const labelOf = useFieldLabel()
  const editor = state.values ? { ...props.editor, values: state.values } : props.editor
  const refusal = state.reason ? refusals(state.reason) : props.refusal
  const { values, problems } = editor
  const { reference, version = '0', replaces } = values
  const stated = parts.filter(({ part }) => part.startsWith('statement.'))
  const own = parts.filter((shown) => !stated.includes(shown))

  function measure(event: FormEvent<HTMLFormElement>) {
    const size = [...new FormData(event.currentTarget)].reduce(
      (sum, [name, value]) => sum + bytesPerField + new Blob([name, value]).size,
      0,
    )
    setTooLarge(size > mostBytes)
    if (size > mostBytes) event.preventDefault()
  }

  return (
    <form
      id="editor"
      action={action}
      onSubmit={measure}
      className="desk-form"
      key={state.turn}
      noValidate
    >
      <HiddenFields values={{ kind, reference, version, replaces, ...(back ? { back } : {}) }} />
      {/* The Enter key presses the first button of a form: it shall never submit for review. */}
      <IntentButton value="preview" className="visually-hidden" tabIndex={-1}>
        {t('preview')}
      </IntentButton>
      <Autosave
        draftKey={draftKey}
        baseVersion={Number(version)}
        savedAt={props.savedAt}
        seen={state.values?.[seenField] ?? props.seen}
      />
      {state.other && (
        <MovedDraft
          other={state.other}
          values={values}
          labelOf={labelOf}
          wordsOf={(field, value) => wordsOf(props, field, value)}
        />
      )}
      {refusal && (
        <ErrorSummary
          title={refusal}
          links={problems.map(({ field, code }) => ({
            field,
            text: t('problem', {
              field: labelOf(field),
              problem: refusals(`fields.${code}`),
            }),
          }))}
        />
      )}
      {isTooLarge && <Alert>{t('tooLarge')}</Alert>}
      {children}
      {facts.length > 0 && (
        <section className="editor-section">
          <h2>{t('facts')}</h2>
          <div className="editor-facts">
            {facts.map((fact) => (
              <FactControl key={fact.field.name} fact={fact} editor={editor} />
            ))}
          </div>
        </section>
      )}
      {own.length > 0 && (
        <section className="editor-section">
          <h2>{t('texts')}</h2>
          <p className="desk-hint">{t('textsHint')}</p>
          {own.map((shown) => (
            <TextFields key={shown.part} shown={shown} editor={editor} />
          ))}
        </section>
      )}
      {kinds[kind].isCited && (
        <section className="editor-section">
          <h2>{t('sources')}</h2>
          <CitationRows
            path="citations"
            legend={t('sources')}
            hint={t('sourcesHint')}
            editor={editor}
            startsWithOne={!editor.isHeld || editor.isSlot}
          />
        </section>
      )}
      {stated.length > 0 && (
        <section className="editor-section">
          <h2>{t('statementTexts')}</h2>
          <p className="desk-hint">{t('statementHint')}</p>
          {stated.map((shown) => (
            <TextFields key={shown.part} shown={shown} editor={editor} />
          ))}
        </section>
      )}
      {history.length > 0 && (
        <CorrectionFields values={editor.values} problems={editor.problems} revisions={history} />
      )}
      <div className="desk-actions" aria-busy={pending}>
        <IntentButton value="preview">{t('preview')}</IntentButton>
        <IntentButton value="draft">{t('saveDraft')}</IntentButton>
        <IntentButton value="save" className="button">
          {t('submit')}
        </IntentButton>
        <p className="desk-hint">{t('submitHint')}</p>
      </div>
    </form>
  )
}

/** What stands in a field: of a list, the choice in words. */
function wordsOf({ facts, editor }: Props, field: string, value: string): string {
  const { named, sources } = editor
  const own = facts.find((fact) => field === `facts.${fact.field.name}`)?.options ?? []
  const option =
    [...own, ...Object.values(named).flat()].find((one) => one.value === value)?.label ??
    sources.find(({ slug }) => slug === value)?.label
  return option ?? (value === 'on' ? '✓' : value)
}
