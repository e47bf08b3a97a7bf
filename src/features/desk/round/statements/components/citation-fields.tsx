'use client'

import { useTranslations } from 'next-intl'
import { Choices } from '@/components/forms/choice'
import type { FieldProblem } from '@/components/forms/problems'
import {
  NewSourceFields,
  PlaceFields,
} from '@/features/desk/round/submissions/components/cited-fields'
import type { SourceChoice } from '@/features/register/sources/model'
import { AddressField, SourcePicker } from './source-picker'

/** What the statement rests on: a source of the register or a new one, and the place in it. */
export function CitationFields({
  values,
  problems: found,
  sources,
  isCarriedOver = false,
  isRequired = false,
}: {
  values: Record<string, string>
  problems: FieldProblem[]
  sources: SourceChoice[]
  /** Whether the citation shown is that of the statement published now. */
  isCarriedOver?: boolean
  /** Whether a source is required. */
  isRequired?: boolean
}) {
  const t = useTranslations('desk.form')
  const refusals = useTranslations('refusals.fields')
  const chosen = values['citation.source.kind'] || 'existing'
  const kinds = isRequired ? (['existing', 'new'] as const) : (['existing', 'new', 'none'] as const)
  const problem = found.find(({ field }) => field === 'citation.source')
  const isHeld = found.some(({ code }) => code === 'source_held')
  // Choosing the source hides the address field, so this error is shown with the choice.
  const problems = found.map((one) =>
    one.code === 'source_held' ? { ...one, field: 'citation.source.slug' } : one,
  )
  return (
    <fieldset className="desk-group" id="citation.source" tabIndex={-1}>
      <legend>{t('citation')}</legend>
      {!isRequired && (
        <p className="desk-hint">{isCarriedOver ? t('citationCarried') : t('citationHint')}</p>
      )}
      {problem && <p className="desk-error">{refusals(problem.code)}</p>}
      <div className="desk-inline">
        <Choices
          name="citation.source.kind"
          chosen={chosen}
          options={kinds.map((kind) => [kind, t(`source.${kind}`)])}
        />
      </div>
      <SourcePicker
        chosen={values['citation.source.slug'] ?? ''}
        problems={problems}
        sources={sources}
      />
      {isHeld && <p className="desk-hint desk-if-existing">{t('source.heldChosen')}</p>}
      <div className="desk-columns desk-if-new">
        <AddressField
          value={values['citation.source.url'] ?? ''}
          problems={problems}
          sources={sources}
        />
        <NewSourceFields
          place="citation"
          values={values}
          problems={problems}
          language={values.original || 'zh-Hant'}
        />
      </div>
      <div className="desk-if-cited desk-quote">
        <PlaceFields place="citation" values={values} problems={problems} />
      </div>
    </fieldset>
  )
}
