'use client'

import { useTranslations } from 'next-intl'
import { type MouseEvent, useRef } from 'react'
import { Choice, Choices } from '@/components/forms/choice'
import { IntentButton } from '@/components/forms/intent-button'
import type { FieldProblem } from '@/components/forms/problems'
import { TextField } from '@/components/forms/text-field'
import { useSimplified } from '@/features/desk/round/submissions/components/use-simplified'
import type { Language } from '@/i18n/language'
import { longestPassage } from '../model/rules'

type Props = {
  part: 'note' | 'reason'
  values: Record<string, string>
  problems: FieldProblem[]
}

/**
 * A passage in three languages side by side, the original first. Where JavaScript runs, Simplified follows
 * a Traditional original while it is blank or still as proposed, and the buttons propose on the spot; where
 * it does not, they ask the server. Traditional is proposed on request only.
 */
export function PassageFields({ part, values, problems }: Props) {
  const t = useTranslations('desk')
  const traditional = useRef<HTMLTextAreaElement>(null)
  const { simplified, proposed, follow } = useSimplified({
    before: values[`${part}.zh-Hant`] ?? '',
    isLeft: (form) => form !== null && new FormData(form).get('original') === 'zh-Hans',
  })
  const boxes = { 'zh-Hant': traditional, 'zh-Hans': simplified, en: undefined }

  async function propose(event: MouseEvent<HTMLButtonElement>, language: 'zh-Hant' | 'zh-Hans') {
    const from = boxes[language === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans'].current
    const to = boxes[language].current
    if (!from || !to) return
    event.preventDefault()
    const { convertTo } = await import('@/i18n/conversion')
    if (from.value.trim() === '') return
    to.value = convertTo(language, from.value)
    if (language === 'zh-Hans') proposed.current = to.value
    const accepted = to.form?.elements.namedItem('conversionAccepted')
    if (accepted instanceof HTMLInputElement) accepted.checked = false
    to.dispatchEvent(new Event('input', { bubbles: true }))
    to.focus()
  }

  const order: Language[] =
    values.original === 'zh-Hans' ? ['zh-Hans', 'zh-Hant', 'en'] : ['zh-Hant', 'zh-Hans', 'en']
  return (
    <fieldset className="desk-group">
      <legend>{t(`form.${part}`)}</legend>
      <p className="desk-hint">{t(`form.${part}Hint`)}</p>
      <div className="desk-columns">
        {order.map((language) => {
          const name = `${part}.${language}`
          return (
            <TextField
              key={language}
              name={name}
              label={t(`languages.${language}`)}
              language={language}
              value={values[name]}
              problems={problems}
              limit={longestPassage[part]}
              area={{
                rows: 4,
                ref: boxes[language],
                onChange: language === 'zh-Hant' ? follow : undefined,
              }}
            >
              {language !== 'en' && (
                <IntentButton
                  value={`propose.${name}`}
                  className="desk-button-slight"
                  formNoValidate
                  onClick={(event) => propose(event, language)}
                >
                  {t(`form.propose.${language}`)}
                </IntentButton>
              )}
            </TextField>
          )
        })}
      </div>
    </fieldset>
  )
}

/** Which Chinese text was written first, and whether the other one has been read. */
export function WritingFields({ values }: { values: Record<string, string> }) {
  const t = useTranslations('desk')
  return (
    <div className="desk-writing">
      <fieldset className="desk-plain desk-inline">
        <legend>{t('form.original')}</legend>
        <Choices
          name="original"
          chosen={values.original === 'zh-Hans' ? 'zh-Hans' : 'zh-Hant'}
          options={(['zh-Hant', 'zh-Hans'] as const).map((one) => [one, t(`languages.${one}`)])}
        />
      </fieldset>
      <Choice
        type="checkbox"
        name="conversionAccepted"
        defaultChecked={values.conversionAccepted === 'on'}
      >
        {t('form.conversionAccepted')}
      </Choice>
    </div>
  )
}
