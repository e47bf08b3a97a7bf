'use client'

import { useTranslations } from 'next-intl'
import { InputField } from '@/components/forms/input-field'
import type { FieldProblem } from '@/components/forms/problems'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { longestInSource, longestLocator, longestQuote } from '@/features/register/sources/input'
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
  const shown = (name: string) => ({ name: path(name), problems, value: values[path(name)] })
  return (
    <>
      {(['publisher', 'title', 'publishedOn'] as const).map((name) => (
        <InputField
          key={name}
          {...shown(name)}
          label={t(name)}
          type={name === 'publishedOn' ? 'date' : 'text'}
          limit={name === 'publishedOn' ? undefined : longestInSource[name]}
        />
      ))}
      <SelectField
        {...shown('sourceKind')}
        label={t('kind')}
        value={values[path('sourceKind')] || 'government'}
        options={sourceKinds.map((kind) => [kind, t(`kinds.${kind}`)])}
      />
      <SelectField
        {...shown('language')}
        label={t('language')}
        value={values[path('language')] || language}
        options={languages.map((one) => [one, languageNames(one)])}
      />
    </>
  )
}

/** The place in a source: its exact words, and where they stand. */
export function PlaceFields({ place, values, problems }: Props) {
  const t = useTranslations('desk.form')
  const [quote, locator] = [`${place}.quote`, `${place}.locator`]
  return (
    <>
      <TextField
        name={quote}
        label={t('quote')}
        hint={t('quoteHint')}
        value={values[quote]}
        problems={problems}
        limit={longestQuote}
        area={{ rows: 2 }}
      />
      <InputField
        name={locator}
        label={t('locator')}
        hint={t('locatorHint')}
        value={values[locator]}
        problems={problems}
        limit={longestLocator}
      />
    </>
  )
}
