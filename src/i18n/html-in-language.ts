import { escaped } from '@/server/files/markup'
import { type Language, languageTags } from './language'
import { runsOf } from './runs'

/**
 * As the component `InLanguage`, where HTML is written as text: words that carry their `lang` where it is not that
 * of the words around them. @param held the language of the words; the page's where it is null.
 */
export function htmlInLanguage(text: string, held: Language | null, page: Language): string {
  const own = held ?? page
  const runs = runsOf(text, own).map((run) =>
    run.language === own ? escaped(run.text) : htmlMarked(escaped(run.text), run.language),
  )
  return own === page ? runs.join('') : htmlMarked(runs.join(''), own)
}

/** HTML that is in a language as a whole. */
export function htmlMarked(html: string, language: Language): string {
  return `<span lang="${languageTags[language]}">${html}</span>`
}
