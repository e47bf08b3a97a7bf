'use client'

import { useTranslations } from 'next-intl'
import { languages, languageTags } from '../../../i18n/language'
import { useSimplified } from '../../texts/components/use-simplified'
import type { FieldProblem } from '../model'
import { Field } from './field'

/**
 * A passage in three languages side by side. Where JavaScript runs, Simplified follows the Traditional
 * while it is blank or still as proposed; where it does not, the button asks the server.
 */
export function PassageFields({
  part,
  values,
  problems,
  required,
}: {
  part: 'note' | 'reason'
  values: Record<string, string>
  problems: FieldProblem[]
  required: boolean
}) {
  const t = useTranslations('desk')
  const { simplified, follow } = useSimplified<HTMLTextAreaElement>()

  return (
    <fieldset className="desk-group">
      <legend>{t(`form.${part}`)}</legend>
      <p className="desk-hint">{required ? t('form.reasonHint') : t('form.noteHint')}</p>
      <div className="desk-columns">
        {languages.map((language) => {
          const name = `${part}.${language}`
          return (
            <Field
              key={language}
              name={name}
              label={t(`languages.${language}`)}
              problems={problems}
            >
              {(props) => (
                <>
                  <textarea
                    {...props}
                    {...(language === 'zh-Hans' ? { ref: simplified } : {})}
                    {...(language === 'zh-Hant' ? { onChange: follow } : {})}
                    lang={languageTags[language]}
                    rows={5}
                    maxLength={part === 'note' ? 2000 : 1000}
                    defaultValue={values[name] ?? ''}
                  />
                  {language !== 'en' && (
                    <button
                      type="submit"
                      name="intent"
                      value={`propose.${name}`}
                      className="desk-button-quiet"
                      formNoValidate
                    >
                      {t(`form.propose.${language}`)}
                    </button>
                  )}
                </>
              )}
            </Field>
          )
        })}
      </div>
    </fieldset>
  )
}
