'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/forms/field'
import { TextArea } from '@/components/forms/text-area'
import { languages, languageTags } from '@/i18n/language'
import { ChoiceSelect, type Option } from './choice-select'
import type { ShownEditor } from './shown-editor'

/** Which earlier revision of the subject an edit puts right, if any, and why, in up to three languages. */
export function CorrectionFields({
  history,
  editor: { values, problems },
}: {
  /** The subject's revisions by their numbers in the log, the latest first. */
  history: readonly Option[]
  editor: ShownEditor
}) {
  const t = useTranslations('edits.form')
  const desk = useTranslations('desk.languages')
  const chosen = values['correction.revision'] ?? ''
  const isFaulty = problems.some(({ field }) => field.startsWith('correction.'))
  return (
    <details className="desk-group" open={chosen !== '' || isFaulty}>
      <summary>{t('correction')}</summary>
      <p className="desk-hint">{t('correctionHint')}</p>
      <Field name="correction.revision" label={t('corrects')} problems={problems}>
        {(props) => (
          <ChoiceSelect
            control={props}
            options={history}
            value={chosen}
            blank={t('correctsNone')}
          />
        )}
      </Field>
      <div className="desk-columns">
        {languages.map((language) => (
          <Field
            key={language}
            name={`correction.why.${language}`}
            label={t('why', { language: desk(language) })}
            problems={problems}
          >
            {(props) => (
              <TextArea
                {...props}
                lang={languageTags[language]}
                rows={2}
                maxLength={500}
                defaultValue={values[`correction.why.${language}`] ?? ''}
              />
            )}
          </Field>
        ))}
      </div>
    </details>
  )
}
