'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/forms/field'
import type { FieldProblem } from '@/components/forms/problems'
import { TextArea } from '@/components/forms/text-area'
import { sourceKinds } from '@/features/register/sources/model'
import { languages } from '@/i18n/language'

type Props = {
  /** The path of the citation in its form: `citation`, `citations.0`. */
  place: string
  values: Readonly<Record<string, string>>
  problems: FieldProblem[]
}

/** What is known of a source that is new, but for its address. */
export function NewSourceFields({
  place,
  values,
  problems,
  language,
}: Props & {
  /** The language that it is most likely in. */
  language: string
}) {
  const t = useTranslations('desk.form.source')
  const languageNames = useTranslations('desk.languages')
  const path = (name: string) => `${place}.source.${name}`
  const value = (name: string) => values[path(name)] ?? ''
  const text = (name: 'publisher' | 'title' | 'publishedOn', type = 'text') => (
    <Field name={path(name)} label={t(name)} problems={problems}>
      {(props) => <input {...props} type={type} maxLength={400} defaultValue={value(name)} />}
    </Field>
  )
  const choice = (
    name: string,
    label: string,
    chosen: string,
    options: readonly (readonly [value: string, label: string])[],
  ) => (
    <Field name={path(name)} label={label} problems={problems}>
      {(props) => (
        <select {...props} defaultValue={value(name) || chosen}>
          {options.map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  return (
    <>
      {text('publisher')}
      {text('title')}
      {text('publishedOn', 'date')}
      {choice(
        'sourceKind',
        t('kind'),
        'government',
        sourceKinds.map((kind) => [kind, t(`kinds.${kind}`)] as const),
      )}
      {choice(
        'language',
        t('language'),
        language,
        languages.map((one) => [one, languageNames(one)] as const),
      )}
    </>
  )
}

/** The place in a source: its exact words, and where they stand. */
export function PlaceFields({ place, values, problems }: Props) {
  const t = useTranslations('desk.form')
  const [quote, locator] = [`${place}.quote`, `${place}.locator`]
  return (
    <>
      <Field name={quote} label={t('quote')} hint={t('quoteHint')} problems={problems}>
        {(props) => (
          <TextArea {...props} rows={2} maxLength={300} defaultValue={values[quote] ?? ''} />
        )}
      </Field>
      <Field name={locator} label={t('locator')} hint={t('locatorHint')} problems={problems}>
        {(props) => <input {...props} maxLength={200} defaultValue={values[locator] ?? ''} />}
      </Field>
    </>
  )
}
