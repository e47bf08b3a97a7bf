import type { ReactNode } from 'react'
import { type Language, languageTags } from '@/i18n/language'
import { isSetOff } from '@/i18n/quotation'

/**
 * The exact words of a source. Where they hold quotation marks themselves they are set off from the text without
 * marks around them, so that none of theirs has to change.
 * @param children the words as they are shown, where some of them are marked.
 */
export function ExactQuote({
  quote,
  language,
  children = quote,
}: {
  quote: string
  language: Language
  children?: ReactNode
}) {
  return (
    <q lang={languageTags[language]} className={isSetOff(quote) ? 'set-off' : undefined}>
      {children}
    </q>
  )
}
