import type { ComponentProps, ReactNode } from 'react'

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
  chosen,
  options,
  ...controls
}: {
  name: string
  required?: boolean
  chosen: string
  options: readonly (readonly [value: string, label: ReactNode])[]
}) {
  return options.map(([value, label]) => (
    <Choice key={value} type="radio" value={value} defaultChecked={chosen === value} {...controls}>
      {label}
    </Choice>
  ))
}
