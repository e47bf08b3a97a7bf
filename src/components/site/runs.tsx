import { Fragment } from 'react'
import { type Language, languageTags } from '@/i18n/language'
import type { Run } from '@/i18n/runs'

type Props = {
  runs: readonly Run[]
  /** The language of the nearest `lang` around them. */
  within: Language
}

/** Words already told by their languages, each with a `lang` where it differs. Serves on the server and in the browser. */
export function Runs({ runs, within }: Props) {
  let at = 0
  return runs.map(({ text, language }) => {
    at += text.length
    if (language === within) return <Fragment key={at}>{text}</Fragment>
    return (
      <span key={at} lang={languageTags[language]}>
        {text}
      </span>
    )
  })
}
