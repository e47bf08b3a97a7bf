'use client'

import { useTranslations } from 'next-intl'
import { Choices } from '@/components/forms/choice'
import { IntentButton } from '@/components/forms/intent-button'
import type { FieldProblem } from '@/components/forms/problems'
import {
  NewSourceFields,
  PlaceFields,
} from '@/features/desk/round/submissions/components/cited-fields'
import { rowsOf } from '@/features/desk/round/submissions/model/form-rows'
import type { SourceChoice } from '@/features/register/sources/model'
import { typedCited } from '../model/shown-fields'
import { CitedLine } from './cited-line'
import { AddressField, SourcePicker } from './source-picker'

type Props = {
  values: Record<string, string>
  problems: FieldProblem[]
  sources: SourceChoice[]
}

/** What a statement rests on, as many citations as wanted. What it rests on already is folded up. */
export function CitationList({
  at,
  isCarriedOver,
  ...form
}: Props & {
  /** The citation that was asked for. */
  at: string | null
  /** Whether the citations shown are those of the statement published now. */
  isCarriedOver: boolean
}) {
  const t = useTranslations('desk.form')
  const refusals = useTranslations('refusals.fields')
  const { values, problems, sources } = form
  const held = rowsOf(values, 'citations')
  const next = (held.at(-1) ?? -1) + 1
  const isAsked = at === `citations.${next}` || held.length === 0
  const problem = problems.find(({ field }) => field === 'citations')
  const words = typedCited(values, sources)
  return (
    <fieldset className="desk-group" id="citations" tabIndex={-1}>
      <legend>{t('citation')}</legend>
      <p className="desk-hint">{t(isCarriedOver ? 'citationCarried' : 'citationHint')}</p>
      {problem && <p className="desk-error">{refusals(problem.code)}</p>}
      {held.map((row, index) => {
        const place = `citations.${row}`
        return (
          <details
            key={row}
            id={place}
            className="desk-citation"
            open={
              !isCarriedOver ||
              at === place ||
              problems.some(({ field }) => field.startsWith(`${place}.`))
            }
          >
            <summary>
              <CitedLine words={words[index]}>
                {t('citationNumber', { number: index + 1 })}
              </CitedLine>
            </summary>
            <CitationFields place={place} {...form} />
            <IntentButton
              value={`remove:citations:${row}`}
              className="desk-button-slight"
              formNoValidate
              aria-label={t('removeCitationOf', { number: index + 1 })}
            >
              {t('removeCitation')}
            </IntentButton>
          </details>
        )
      })}
      {isAsked && <CitationFields place={`citations.${next}`} {...form} />}
      <div className="desk-actions">
        <IntentButton value="add:citations" className="desk-button-slight" formNoValidate>
          {t('addCitation')}
        </IntentButton>
      </div>
    </fieldset>
  )
}

/** One citation: a source of the register or a new one, and the place in it. */
export function CitationFields({
  place,
  values,
  problems: found,
  sources,
}: Props & { place: string }) {
  const t = useTranslations('desk.form')
  const value = (name: string) => values[`${place}.${name}`] ?? ''
  const own = found.filter(({ field }) => field.startsWith(`${place}.`))
  const isHeld = own.some(({ code }) => code === 'source_held')
  // Choosing the source hides the address field, so this error is shown with the choice.
  const problems = own.map((one) =>
    one.code === 'source_held' ? { ...one, field: `${place}.source.slug` } : one,
  )
  return (
    <div className="desk-cited">
      <div className="desk-inline">
        <Choices
          name={`${place}.source.kind`}
          chosen={value('source.kind') || 'existing'}
          options={(['existing', 'new'] as const).map((kind) => [kind, t(`source.${kind}`)])}
        />
      </div>
      <SourcePicker
        place={place}
        chosen={value('source.slug')}
        problems={problems}
        sources={sources}
      />
      {isHeld && <p className="desk-hint desk-if-existing">{t('source.heldChosen')}</p>}
      <div className="desk-columns desk-if-new">
        <AddressField
          place={place}
          value={value('source.url')}
          problems={problems}
          sources={sources}
        />
        <NewSourceFields
          place={place}
          values={values}
          problems={problems}
          language={values.original || 'zh-Hant'}
        />
      </div>
      <div className="desk-quote">
        <PlaceFields place={place} values={values} problems={problems} />
      </div>
    </div>
  )
}
