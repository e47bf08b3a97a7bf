'use client'

import { useEffect, useState } from 'react'

type Progress = { state: string; done: number; total: number }

/** How often the server is asked, in milliseconds. */
const interval = 700

/**
 * How many rows have been looked at, kept up to date where JavaScript runs. When the work is over, the page
 * is loaded anew with what came of it.
 *
 * @param template the words around the numbers, which stand at `{done}` and `{total}`.
 */
export function ProgressBar({
  address,
  initial,
  label,
  template,
  language,
}: {
  /** Where the progress is told as JSON. */
  address: string
  initial: Progress
  label: string
  template: string
  language: string
}) {
  const [progress, setProgress] = useState(initial)
  useEffect(() => {
    let isGone = false
    const timer = setInterval(async () => {
      const answer = await fetch(address, { cache: 'no-store' }).catch(() => null)
      // Unreachable for a moment, or signed out elsewhere: the next request, or the page itself, will show
      // it.
      if (isGone || !answer?.ok) return
      const next = (await answer.json()) as Progress
      setProgress(next)
      if (next.state !== initial.state) location.reload()
    }, interval)
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [address, initial.state])
  const number = (value: number) => value.toLocaleString(language)
  return (
    <div className="exchange-progress">
      <progress aria-label={label} max={Math.max(progress.total, 1)} value={progress.done} />
      <p role="status">
        {template
          .replace('{done}', number(progress.done))
          .replace('{total}', number(progress.total))}
      </p>
    </div>
  )
}
