import type { Language } from '@/i18n/language'
import { isDescriptive, type LocalizedText, pickText } from '@/i18n/localized-text'
import { translatorIn } from '@/i18n/translator'

/**
 * The title of an item in plain words, for what leaves the site; that it is descriptive is said after it. Null
 * where none is held.
 * @param shorten what a title is cut to, where there is little room.
 */
export function titleWords(
  title: LocalizedText | undefined,
  language: Language,
  shorten: (body: string) => string = (body) => body,
): string | null {
  const shown = pickText(title, language)
  if (!shown) return null
  const mark = isDescriptive(title) ? translatorIn(language)('texts.descriptiveMark') : ''
  return `${shorten(shown.body)}${mark}`
}
