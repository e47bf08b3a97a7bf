import { type Language, languages } from './language'

/** One passage in one language, and where it comes from. */
export type TextEntry = {
  body: string
  origin: TextOrigin
  originDetail: OriginDetail | null
  /** SHA-256 (hex) of the text that this one was made from. */
  derivedFromHash: string | null
  /** ISO time at which a person of the register reviewed it. */
  reviewedAt: string | null
}
export const textOrigins = [
  'as_printed',
  'official',
  'unofficial_translation',
  'script_conversion',
  'editorial',
] as const
export type TextOrigin = (typeof textOrigins)[number]
export const originDetails = ['exact_title_not_printed', 'reported_in_cantonese', 'press'] as const
export type OriginDetail = (typeof originDetails)[number]

/** One passage in the languages that it is held in. */
export type LocalizedText = Partial<Record<Language, TextEntry>>

/** The words of a passage, by language. */
export function bodiesOf(text: LocalizedText = {}): Partial<Record<Language, string>> {
  return Object.fromEntries(Object.entries(text).map(([language, { body }]) => [language, body]))
}

/** Whether a passage is held in no language. */
export function isBlank(text: LocalizedText | undefined): boolean {
  return !text || Object.keys(text).length === 0
}

/** A passage as a page shows it. */
export type ShownText = TextEntry & {
  language: Language
  /** Whether it is in another language than the page's, which the page must say. */
  isFallback: boolean
}

/** Which languages a passage is shown in, for a reader of each: theirs first, then the nearest. */
export const fallbacks: Record<Language, readonly Language[]> = {
  'zh-Hant': ['zh-Hant', 'zh-Hans', 'en'],
  'zh-Hans': ['zh-Hans', 'zh-Hant', 'en'],
  en: ['en', 'zh-Hant', 'zh-Hans'],
}

/** The passage for a reader of `language`: theirs, else the nearest one held; null when none is. */
export function pickText(text: LocalizedText | undefined, language: Language): ShownText | null {
  for (const candidate of fallbacks[language]) {
    const entry = text?.[candidate]
    if (entry)
      return {
        ...entry,
        language: candidate,
        isFallback: candidate !== language,
      }
  }
  return null
}

/** Plain words for a reader of `language`: theirs, else the nearest that are held; null when there are none. */
export function pickWords(
  words: Partial<Record<Language, string>> | null,
  language: Language,
): { language: Language; text: string } | null {
  for (const candidate of fallbacks[language]) {
    const text = words?.[candidate]
    if (text) return { language: candidate, text }
  }
  return null
}

/** Whether an item's title is the register's own words for it: no source prints an exact title. It is then said in every language. */
export function isDescriptive(title: LocalizedText | undefined): boolean {
  const original = title && originalLanguage(title)
  return Boolean(original && title[original]?.origin === 'editorial')
}

/** The language of the passage that the others were made from: the one that is no conversion or translation. */
export function originalLanguage(text: LocalizedText): Language | null {
  // What was made from another text keeps its hash, whatever a person made of it since.
  const held = languages.filter((language) => text[language] && !text[language].derivedFromHash)
  return (
    held.find((language) => text[language]?.origin === 'as_printed') ??
    held.find((language) => text[language]?.origin === 'editorial') ??
    held.find((language) => text[language]?.origin === 'official') ??
    null
  )
}
