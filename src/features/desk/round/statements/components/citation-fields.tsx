'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/forms/field'
import type { FieldProblem } from '@/components/forms/problems'
import { TextArea } from '@/components/forms/text-area'
import { type SourceChoice, sourceKinds } from '@/features/register/sources/model'
import { languages } from '@/i18n/language'
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
  /** Whether there is no doing without a source. */
  isRequired?: boolean
}) {
  const t = useTranslations('desk.form')
  const languageNames = useTranslations('desk.languages')
  const refusals = useTranslations('refusals.fields')
  const chosen = values['citation.source.kind'] || 'existing'
  const kinds = isRequired ? (['existing', 'new'] as const) : (['existing', 'new', 'none'] as const)
  const problem = found.find(({ field }) => field === 'citation.source')
  const isHeld = found.some(({ code }) => code === 'source_held')
  // The address that is held already was taken out of sight by choosing its source: it is said there.
  const problems = found.map((one) =>
    one.code === 'source_held' ? { ...one, field: 'citation.source.slug' } : one,
  )
  const text = (name: string, label: string, type = 'text', hint?: string) => (
    <Field name={name} label={label} problems={problems} {...(hint ? { hint } : {})}>
      {(props) => <input {...props} type={type} defaultValue={values[name] ?? ''} />}
    </Field>
  )
  return (
    <fieldset className="desk-group" id="citation.source" tabIndex={-1}>
      <legend>{t('citation')}</legend>
      {!isRequired && (
        <p className="desk-hint">{isCarriedOver ? t('citationCarried') : t('citationHint')}</p>
      )}
      {problem && <p className="desk-error">{refusals(problem.code)}</p>}
      <div className="desk-inline">
        {kinds.map((kind) => (
          <label key={kind} className="desk-choice">
            <input
              type="radio"
              name="citation.source.kind"
              value={kind}
              defaultChecked={chosen === kind}
            />
            <span>{t(`source.${kind}`)}</span>
          </label>
        ))}
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
        {text('citation.source.publisher', t('source.publisher'))}
        {text('citation.source.title', t('source.title'))}
        {text('citation.source.publishedOn', t('source.publishedOn'), 'date')}
        <Field name="citation.source.sourceKind" label={t('source.kind')} problems={problems}>
          {(props) => (
            <select {...props} defaultValue={values['citation.source.sourceKind'] || 'government'}>
              {sourceKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`source.kinds.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="citation.source.language" label={t('source.language')} problems={problems}>
          {(props) => (
            <select
              {...props}
              defaultValue={values['citation.source.language'] || values.original || 'zh-Hant'}
            >
              {languages.map((language) => (
                <option key={language} value={language}>
                  {languageNames(language)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className="desk-if-cited desk-quote">
        <Field name="citation.quote" label={t('quote')} hint={t('quoteHint')} problems={problems}>
          {(props) => (
            <TextArea
              {...props}
              rows={2}
              maxLength={300}
              defaultValue={values['citation.quote'] ?? ''}
            />
          )}
        </Field>
        {text('citation.locator', t('locator'), 'text', t('locatorHint'))}
      </div>
    </fieldset>
  )
}
