import { type FormValues, passageValues } from '@/features/desk/round/submissions/model/form-fields'
import { rowsOf } from '@/features/desk/round/submissions/model/form-rows'
import type { SourceChoice } from '@/features/register/sources/model'
import { isLanguage, type Language } from '@/i18n/language'
import { bodiesOf } from '@/i18n/localized-text'
import type { LiveStatement } from './item'

/** The live statement field by field but for its evidence, by the names of the form, as plain text to show or compare. */
export function liveFields(live: LiveStatement): FormValues {
  return {
    ...passageValues('note', bodiesOf(live.note)),
    ...passageValues('reason', bodiesOf(live.reason)),
    state: live.state,
    asOf: live.asOf ?? '',
    assertedBy: live.assertedBy ?? '',
  }
}

/** A citation in words, as plain text to show or compare. The language is the source's; null where none is chosen. */
export type CitedWords = {
  source: string
  quote: string
  locator: string
  language: Language | null
}

/** What the live statement rests on, in words. */
export function liveCited(live: LiveStatement): CitedWords[] {
  return live.citations.map(({ source, quote, locator }) => ({
    source: [source.publisher, source.title].filter(Boolean).join(' · '),
    quote: quote ?? '',
    locator: locator ?? '',
    language: source.language,
  }))
}

/** What a form says that the statement rests on, in words. */
export function typedCited(
  values: Readonly<FormValues>,
  sources: readonly SourceChoice[],
): CitedWords[] {
  return rowsOf(values, 'citations').map((row) => {
    const read = (name: string) => values[`citations.${row}.${name}`] ?? ''
    const place = { quote: read('quote'), locator: read('locator') }
    if (read('source.kind') === 'new') {
      const source = [read('source.publisher'), read('source.title')].filter(Boolean).join(' · ')
      const language = read('source.language')
      return { source, ...place, language: isLanguage(language) ? language : null }
    }
    const held = sources.find(({ slug }) => slug === read('source.slug'))
    return { source: held?.label ?? '', ...place, language: held?.language ?? null }
  })
}
