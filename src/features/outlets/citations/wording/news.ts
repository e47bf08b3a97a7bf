import { formatDay } from '@/i18n/formats'
import { type Language, languages } from '@/i18n/language'
import { translatorIn } from '@/i18n/translator'
import { citableIn } from '../model/citable'
import type { Cited } from '../model/cited'
import { claim } from './claim'

/**
 * A revision as a newspaper cites it, in one sentence: what the register records, on what evidence and confirmed
 * by whom, in which revision of which date, and its permanent address.
 */
export function newsSentence(cited: Cited, language: Language): string {
  const { register, title, revision, recordedAt, address } = citableIn(cited, language)
  return translatorIn(language)('citing.news', {
    register,
    claim: claim(cited, title, language),
    revision: String(revision),
    date: formatDay(recordedAt, language),
    address,
  })
}

/** The sentence in each language. */
export function newsSentences(cited: Cited): Record<Language, string> {
  const said = languages.map((language) => [language, newsSentence(cited, language)])
  return Object.fromEntries(said) as Record<Language, string>
}
