'use client'

import { useEffect, useState } from 'react'

/** Copies a text by a button, which says so once it has; draws nothing where JavaScript does not run or may not. */
export function CopyButton({
  text,
  label,
  copiedLabel,
}: {
  text: string
  label: string
  copiedLabel: string
}) {
  const [state, setState] = useState<'absent' | 'ready' | 'copied'>('absent')
  useEffect(() => {
    // Browsers offer the clipboard on secure connections only.
    if (navigator.clipboard) setState('ready')
  }, [])
  if (state === 'absent') return null
  return (
    <button
      type="button"
      className="desk-button-quiet"
      onClick={async () => {
        await navigator.clipboard.writeText(text)
        setState('copied')
      }}
    >
      <span role="status">{state === 'copied' ? copiedLabel : label}</span>
    </button>
  )
}
