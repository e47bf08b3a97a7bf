import type { Correction } from '@/features/register/log/model'
import type { CitationInput } from '@/features/register/sources/input'
import { type Language, languages } from '@/i18n/language'

/**
 * The fields of a form, by name. A name is the path of what it holds (`facts.signedOn`, `note.zh-Hant`,
 * `citations.0.quote`), so that a problem's path names the field to mark.
 */
export type FormValues = Record<string, string>

/** What a form says in three languages at a place, `note` or `correction.why`. */
export function passageFrom(values: Readonly<FormValues>, place: string): Record<Language, string> {
  const read = (language: Language) => values[`${place}.${language}`] ?? ''
  return { 'zh-Hant': read('zh-Hant'), 'zh-Hans': read('zh-Hans'), en: read('en') }
}

/** The form's fields of what is said in three languages: what `passageFrom` reads. */
export function passageValues(
  place: string,
  bodies: Partial<Record<Language, string>>,
): FormValues {
  return Object.fromEntries(
    languages.map((language) => [`${place}.${language}`, bodies[language] ?? '']),
  )
}

const newSourceFields = ['publisher', 'title', 'publishedOn', 'url', 'sourceKind', 'language']

/** What a form says of a citation at a place, `citation` or `citations.0`, as `citationInput` takes it. */
export function citationFrom(values: Readonly<FormValues>, place: string) {
  const read = (name: string) => values[`${place}.${name}`] ?? ''
  const described = newSourceFields.map((name) => [name, read(`source.${name}`)])
  return {
    source:
      read('source.kind') === 'new'
        ? { kind: 'new', ...Object.fromEntries(described) }
        : { kind: 'existing', slug: read('source.slug') },
    quote: read('quote'),
    locator: read('locator'),
  }
}

/** The form's fields of a citation: what `citationFrom` reads. */
export function citationValues(place: string, citation: CitationInput): FormValues {
  const source = Object.entries(citation.source)
  return {
    ...Object.fromEntries(source.map(([name, value]) => [`${place}.source.${name}`, value])),
    [`${place}.quote`]: citation.quote,
    [`${place}.locator`]: citation.locator,
  }
}

/** What a form says of a correction, as `correctionInput` takes it; null where it corrects nothing. */
export function correctionFrom(values: Readonly<FormValues>): unknown {
  const revision = values['correction.revision']?.trim()
  return revision ? { revision, why: passageFrom(values, 'correction.why') } : null
}

/** The form's fields of what a submission corrects. */
export function correctionValues(correction: Correction | null): FormValues {
  if (!correction) return {}
  const { revision, why } = correction
  return { 'correction.revision': String(revision), ...passageValues('correction.why', why) }
}
