import type { ReactNode } from 'react'
import { readableAddress } from '../model'

/** A link to a source at its publisher's. On paper its address stands beside it, as a reader would type it. */
export function SourceLink({ url, children }: { url: string; children: ReactNode }) {
  return (
    <a href={url} rel="noopener external" data-address={readableAddress(url)}>
      {children}
    </a>
  )
}
