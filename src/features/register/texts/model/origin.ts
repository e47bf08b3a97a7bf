import type { Language } from '@/i18n/language'
import type { TextOrigin } from '@/i18n/localized-text'

/**
 * Where a text that is new comes from, as far as its languages tell: beside an original, the other Chinese
 * script is a conversion and any other language an unofficial translation. An original is the register's own
 * words, or, where its part repeats what a source prints, as printed. A person can say otherwise.
 * @param original the language of the original; null where the new text is to be it.
 */
export function originOfNew(
  language: Language,
  original: Language | null,
  { isPrinted = false }: { isPrinted?: boolean } = {},
): Exclude<TextOrigin, 'official'> {
  if (original === null || original === language) return isPrinted ? 'as_printed' : 'editorial'
  return original !== 'en' && language !== 'en' ? 'script_conversion' : 'unofficial_translation'
}
