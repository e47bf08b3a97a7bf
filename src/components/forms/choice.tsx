import type { ComponentProps } from 'react'

/** A radio button or a box to tick, and beside it what it says. */
export function Choice({ children, ...control }: ComponentProps<'input'>) {
  return (
    <label className="desk-choice">
      <input {...control} />
      <span>{children}</span>
    </label>
  )
}

/** Radio buttons of which one is chosen. */
export function Choices({
  name,
  chosen,
  options,
}: {
  name: string
  chosen: string
  options: readonly (readonly [value: string, label: string])[]
}) {
  return options.map(([value, label]) => (
    <Choice key={value} type="radio" name={name} value={value} defaultChecked={chosen === value}>
      {label}
    </Choice>
  ))
}
