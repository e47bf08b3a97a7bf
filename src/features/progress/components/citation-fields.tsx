'use client'

import { useTranslations } from 'next-intl'
import { languages } from '../../../i18n/language'
import type { FieldProblem } from '../model'
import { Field } from './field'

const sourceKinds = ['government', 'institution', 'news', 'newspaper', 'trade_press'] as const

/** What the statement rests on: a source of the register or a new one, and the place in it. */
export function CitationFields({
  values,
  problems,
  sources,
  isRequired = false,
}: {
  values: Record<string, string>
  problems: FieldProblem[]
  sources: { slug: string; label: string }[]
  /** Whether there is no doing without a source. */
  isRequired?: boolean
}) {
  const t = useTranslations('desk.form')
  const languageNames = useTranslations('desk.languages')
  const refusals = useTranslations('refusals.fields')
  const chosen = values['citation.source.kind'] || 'existing'
  const kinds = isRequired ? (['existing', 'new'] as const) : (['existing', 'new', 'none'] as const)
  const problem = problems.find(({ field }) => field === 'citation.source')
  const text = (name: string, label: string, type = 'text', hint?: string) => (
    <Field name={name} label={label} problems={problems} {...(hint ? { hint } : {})}>
      {(props) => <input {...props} type={type} defaultValue={values[name] ?? ''} />}
    </Field>
  )
  return (
    <fieldset className="desk-group" id="citation.source" tabIndex={-1}>
      <legend>{t('citation')}</legend>
      {!isRequired && <p className="desk-hint">{t('citationHint')}</p>}
      {problem && <p className="desk-error">{refusals(problem.code)}</p>}
      <div className="desk-choices">
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
      <div className="desk-if-existing">
        <Field name="citation.source.slug" label={t('source.choose')} problems={problems}>
          {(props) => (
            <select {...props} defaultValue={values['citation.source.slug'] ?? ''}>
              <option value="">{t('source.chooseOne')}</option>
              {sources.map(({ slug, label }) => (
                <option key={slug} value={slug}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className="desk-columns desk-if-new">
        {text('citation.source.publisher', t('source.publisher'))}
        {text('citation.source.title', t('source.title'))}
        {text('citation.source.publishedOn', t('source.publishedOn'), 'date')}
        {text('citation.source.url', t('source.url'), 'url')}
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
            <select {...props} defaultValue={values['citation.source.language'] || 'zh-Hant'}>
              {languages.map((language) => (
                <option key={language} value={language}>
                  {languageNames(language)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className="desk-if-cited">
        <Field name="citation.quote" label={t('quote')} hint={t('quoteHint')} problems={problems}>
          {(props) => (
            <textarea
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
