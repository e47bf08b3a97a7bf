'use client'

import { useEffect, useRef } from 'react'

/** What went wrong, above a form: takes the focus, and leads to each field at fault. */
export function ErrorSummary({
  title,
  links,
}: {
  title: string
  links: { field: string; text: string }[]
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} className="desk-alert" role="alert" tabIndex={-1}>
      <p>
        <strong>{title}</strong>
      </p>
      {links.length > 0 && (
        <ul>
          {links.map(({ field, text }) => (
            <li key={field}>
              <a href={`#${field}`}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
