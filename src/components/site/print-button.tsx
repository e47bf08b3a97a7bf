'use client'

import { useScripts } from '../forms/use-scripts'

/** Opens the browser's print dialogue. Where JavaScript does not run, there is no button: the browser's own does it. */
export function PrintButton({ label }: { label: string }) {
  if (!useScripts()) return null
  return (
    <button type="button" className="desk-button-quiet" onClick={() => window.print()}>
      {label}
    </button>
  )
}
