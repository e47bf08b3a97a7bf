'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/forms/field'
import type { FieldProblem } from '@/components/forms/problems'
import { TextArea } from '@/components/forms/text-area'
import { languages, languageTags } from '@/i18n/language'

/** A revision of the item that can be corrected. `number` is its place in the whole log. */
export type RevisionChoice = { number: number; label: string }

/** What the statement corrects, and why. Closed unless something has been chosen. */
export function CorrectionFields({
  values,
  problems,
  revisions,
}: {
  values: Record<string, string>
  problems: FieldProblem[]
  revisions: RevisionChoice[]
}) {
  const t = useTranslations('desk')
  const isOpen = Boolean(values['correction.revision'])
  return (
    <details className="desk-fold" open={isOpen}>
      <summary>{t('form.correction.summary')}</summary>
      <div className="desk-group">
        <p className="desk-hint">{t('form.correction.hint')}</p>
        <Field name="correction.revision" label={t('form.correction.revision')} problems={problems}>
          {(props) => (
            <select {...props} defaultValue={values['correction.revision'] ?? ''}>
              <option value="">{t('form.correction.none')}</option>
              {revisions.map(({ number, label }) => (
                <option key={number} value={String(number)}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <fieldset className="desk-plain">
          <legend>{t('form.correction.why')}</legend>
          <p className="desk-hint">{t('form.correction.whyHint')}</p>
          <div className="desk-columns">
            {languages.map((language) => {
              const name = `correction.why.${language}`
              return (
                <Field
                  key={language}
                  name={name}
                  label={t(`languages.${language}`)}
                  problems={problems}
                >
                  {(props) => (
                    <TextArea
                      {...props}
                      lang={languageTags[language]}
                      rows={2}
                      maxLength={500}
                      defaultValue={values[name] ?? ''}
                    />
                  )}
                </Field>
              )
            })}
          </div>
        </fieldset>
      </div>
    </details>
  )
}
