'use client'

import type { ComponentProps } from 'react'
import { Field } from './field'

type Props = Omit<ComponentProps<typeof Field>, 'children'> & {
  value: string | undefined
  options: readonly (readonly [value: string, label: string])[]
}

/** A choice among few, in the browser's own list. */
export function SelectField({ value, options, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} defaultValue={value}>
          {options.map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
