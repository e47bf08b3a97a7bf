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
