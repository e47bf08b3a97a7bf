import { getLocale } from 'next-intl/server'
import { Children, type ReactNode } from 'react'
import { type Language, languageTags } from '@/i18n/language'
import { languageOfName, runsOf } from '@/i18n/runs'
import { Runs } from './runs'

type Props = {
  text: string
  /** The language of the words; the page's by default. */
  language?: Language | undefined
}

/**
 * Words with the language that they are in, for programs that read them out: a `lang` where it is not the page's,
 * and on words of another language within them. The one place that decides on it for a text of one piece.
 */
export async function InLanguage({ text, language }: Props) {
  const page = await getLocale()
  const own = language ?? page
  const runs = runsOf(text, own)
  if (own === page) return <Runs runs={runs} within={page} />
  return (
    <span lang={languageTags[own]}>
      <Runs runs={runs} within={own} />
    </span>
  )
}

/** As `InLanguage`, each stretch of words of a message that has elements in it. */
export function eachInLanguage(message: ReactNode): ReactNode {
  return Children.map(message, (part) =>
    typeof part === 'string' ? <InLanguage text={part} /> : part,
  )
}

/** As `InLanguage`, in an element that has the `lang` of the words already. */
export function WithinLanguage({ text, language }: { text: string; language: Language }) {
  return <Runs runs={runsOf(text, language)} within={language} />
}

/** A name of which nobody has recorded the language, such as a publisher's: its words tell. */
export async function NameInLanguage({ name }: { name: string }) {
  return <InLanguage text={name} language={languageOfName(name, await getLocale())} />
}
