import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { langOf } from '@/i18n/language'
import type { CitedWords } from '../model/shown-fields'

/** A citation in one line, in the language of its source. Serves on the server and in the browser. @param children what stands where no source is chosen. */
export function CitedLine({
  words,
  children,
}: {
  words: CitedWords | undefined
  children: ReactNode
}) {
  const page = useLocale()
  const lang = langOf(words?.language ?? page, page)
  return (
    <>
      {words?.source ? <span {...lang}>{words.source}</span> : children}{' '}
      {words?.quote && <q {...lang}>{words.quote}</q>}
    </>
  )
}
