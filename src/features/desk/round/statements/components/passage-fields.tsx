'use client'

import { useTranslations } from 'next-intl'
import { type ChangeEvent, type MouseEvent, useRef } from 'react'
import { Choice } from '@/components/forms/choice'
import type { FieldProblem } from '@/components/forms/problems'
import { TextField } from '@/components/forms/text-field'
import type { Language } from '@/i18n/language'

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
  const boxes = useRef(new Map<Language, HTMLTextAreaElement>())
  /** What Simplified was last proposed to be; unknown until the first change. */
  const proposed = useRef<string>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const before = values[`${part}.zh-Hant`] ?? ''

  function follow(event: ChangeEvent<HTMLTextAreaElement>) {
    const { value: traditional, form } = event.target
    clearTimeout(timer.current)
    timer.current = setTimeout(async () => {
      const box = boxes.current.get('zh-Hans')
      if (!box || (form && new FormData(form).get('original') === 'zh-Hans')) return
      const { toSimplified } = await import('@/i18n/conversion')
      proposed.current ??= toSimplified(before)
      if (box.value !== '' && box.value !== proposed.current) return
      proposed.current = toSimplified(traditional)
      box.value = proposed.current
    }, 300)
  }

  async function propose(event: MouseEvent<HTMLButtonElement>, language: 'zh-Hant' | 'zh-Hans') {
    const [from, to] = [
      boxes.current.get(language === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans'),
      boxes.current.get(language),
    ]
    if (!from || !to) return
    event.preventDefault()
    const { proposeTraditional, toSimplified } = await import('@/i18n/conversion')
    if (from.value.trim() === '') return
    to.value = language === 'zh-Hans' ? toSimplified(from.value) : proposeTraditional(from.value)
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
              area={{
                rows: 4,
                maxLength: part === 'note' ? 2000 : 1000,
                ref: (box) => {
                  if (box) boxes.current.set(language, box)
                },
                onChange: language === 'zh-Hant' ? follow : undefined,
              }}
            >
              {language !== 'en' && (
                <button
                  type="submit"
                  name="intent"
                  value={`propose.${name}`}
                  className="desk-button-slight"
                  formNoValidate
                  onClick={(event) => propose(event, language)}
                >
                  {t(`form.propose.${language}`)}
                </button>
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
  const original = values.original === 'zh-Hans' ? 'zh-Hans' : 'zh-Hant'
  return (
    <div className="desk-writing">
      <fieldset className="desk-plain desk-inline">
        <legend>{t('form.original')}</legend>
        {(['zh-Hant', 'zh-Hans'] as const).map((language) => (
          <Choice
            key={language}
            type="radio"
            name="original"
            value={language}
            defaultChecked={original === language}
          >
            {t(`languages.${language}`)}
          </Choice>
        ))}
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
