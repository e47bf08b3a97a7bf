'use client'

import type { ComponentProps } from 'react'
import { Field } from './field'

type Props = Omit<ComponentProps<typeof Field>, 'children'> &
  Omit<ComponentProps<'input'>, 'value' | 'defaultValue'> & {
    value: string | undefined
    maxLength?: never
  }

/** A field of one line, or a day, or a moment. */
export function InputField({ name, label, hint, problems, value = '', limit, ...input }: Props) {
  return (
    <Field name={name} label={label} hint={hint} problems={problems} value={value} limit={limit}>
      {(control) => <input {...control} {...input} defaultValue={value} />}
    </Field>
  )
}
