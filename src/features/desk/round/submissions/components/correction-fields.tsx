'use client'

import { useTranslations } from 'next-intl'
import { ChoiceField, type Option } from '@/components/forms/choice-select'
import type { FieldProblem } from '@/components/forms/problems'
import { TextField } from '@/components/forms/text-field'
import { languages } from '@/i18n/language'
import { longestWhy } from '../input'

/** Which earlier revision a submission puts right, if any, and why. Closed unless something has been chosen. */
export function CorrectionFields({
  values,
  problems,
  revisions,
}: {
  values: Record<string, string>
  problems: FieldProblem[]
  /** The subject's revisions by their numbers in the whole log, the latest first. */
  revisions: readonly Option[]
}) {
  const t = useTranslations('desk')
  const chosen = values['correction.revision'] ?? ''
  const isFaulty = problems.some(({ field }) => field.startsWith('correction.'))
  return (
    <details className="desk-fold" open={chosen !== '' || isFaulty}>
      <summary>{t('form.correction.summary')}</summary>
      <div className="desk-group">
        <p className="desk-hint">{t('form.correction.hint')}</p>
        <ChoiceField
          name="correction.revision"
          label={t('form.correction.revision')}
          problems={problems}
          options={revisions}
          value={chosen}
          blank={t('form.correction.none')}
        />
        <fieldset className="desk-plain">
          <legend>{t('form.correction.why')}</legend>
          <p className="desk-hint">{t('form.correction.whyHint')}</p>
          <div className="desk-columns">
            {languages.map((language) => {
              const name = `correction.why.${language}`
              return (
                <TextField
                  key={language}
                  name={name}
                  label={t(`languages.${language}`)}
                  language={language}
                  value={values[name]}
                  problems={problems}
                  limit={longestWhy}
                  area={{ rows: 2 }}
                />
              )
            })}
          </div>
        </fieldset>
      </div>
    </details>
  )
}
