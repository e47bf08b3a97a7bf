'use client'

import { useSyncExternalStore } from 'react'

const nothing = () => () => {}

/** Opens the browser's print dialogue. Where JavaScript does not run, there is no button: the browser's own does it. */
export function PrintButton({ label }: { label: string }) {
  const runs = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  )
  if (!runs) return null
  return (
    <button type="button" className="desk-button-quiet" onClick={() => window.print()}>
      {label}
    </button>
  )
}
