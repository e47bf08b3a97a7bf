import type { ReactNode } from 'react'

type Props = {
  /** How many there are, in words. */
  summary: string
  meaning: string
  slots: readonly { reference: string; href: string }[]
  /** What stands before the links. */
  children?: ReactNode
}

/** The slots of a list in one line that says how many, and unfolds. Draws nothing when there are none. */
export function FoldedSlots({ summary, meaning, slots, children }: Props) {
  if (slots.length === 0) return null
  return (
    <details className="slots">
      <summary>{summary}</summary>
      <p>{meaning}</p>
      {children}
      <ul className="applied">
        {slots.map(({ reference, href }) => (
          <li key={reference}>
            <a href={href}>{reference}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}
