import type { NamedWhole } from '@/features/register/history/model/names'
import type { Voice } from '@/features/register/history/wording/place'
import type { Language } from '@/i18n/language'
import { translatorIn } from '@/i18n/translator'

/** The words in which a feed tells the log: plain text, to be escaped where it is written. */
export type Words = Voice & NamedWhole

/** The words of one language, with what the log's slugs stand for. */
export function wordsIn(language: Language, { names, sources }: NamedWhole): Words {
  return { language, t: translatorIn(language), names, sources }
}
