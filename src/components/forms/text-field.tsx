'use client'

import type { ComponentProps, ReactNode } from 'react'
import { type Language, languageTags } from '@/i18n/language'
import { Field } from './field'
import { TextArea } from './text-area'

type Props = Omit<ComponentProps<typeof Field>, 'children' | 'below'> & {
  /** What stands under the control and its count. */
  children?: ReactNode
  /** The language that it is written in; left out where it is the writer's own. */
  language?: Language
  area: Pick<ComponentProps<typeof TextArea>, 'rows' | 'ref' | 'onChange'>
}

/** A field of one or more lines. */
export function TextField({ value, language, area, children, ...field }: Props) {
  const lang = language && languageTags[language]
  return (
    <Field {...field} value={value} below={children}>
      {(control) => <TextArea {...control} {...area} lang={lang} defaultValue={value} />}
    </Field>
  )
}
