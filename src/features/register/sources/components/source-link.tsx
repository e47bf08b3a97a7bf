import type { ReactNode } from 'react'
import { type Language, languageTags } from '@/i18n/language'
import { readableAddress } from '../model'

/** A link to a source at its publisher's. On paper its address stands beside it, as a reader would type it. */
export function SourceLink({
  url,
  language,
  children,
}: {
  url: string
  /** The language of the words of the link, where it is not the page's. */
  language?: Language
  children: ReactNode
}) {
  return (
    <a
      href={url}
      rel="noopener external"
      data-address={readableAddress(url)}
      {...(language ? { lang: languageTags[language] } : {})}
    >
      {children}
    </a>
  )
}
