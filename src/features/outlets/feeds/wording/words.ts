import type { Named } from '@/features/register/history/model/names'
import { withSourceNames } from '@/features/register/history/model/names'
import type { Voice } from '@/features/register/history/wording/place'
import type { ShownSource } from '@/features/register/sources/model'
import { type Language, languageTags } from '@/i18n/language'
import { translatorIn } from '@/i18n/translator'
import { escaped } from '@/server/files/markup'

/** The words in which a feed tells the log: plain text, to be escaped where it is written. */
export type Words = Voice & { sources: Readonly<Record<string, ShownSource>> }

/** The words of one language, with what the log's slugs stand for. */
export function wordsIn(language: Language, named: Named): Words {
  const { sources } = named
  return { language, t: translatorIn(language), names: withSourceNames(named), sources }
}

/** A stretch of HTML in a language: words that carry their `lang` where it is not the feed's. */
export function inLanguage(text: string, held: Language | null, { language }: Words): string {
  if (!held || held === language) return escaped(text)
  return `<span lang="${languageTags[held]}">${escaped(text)}</span>`
}
