import type { Language } from '@/i18n/language'
import { type LocalizedText, pickText } from '@/i18n/localized-text'

/** The side of the co-operation that an officer, organisation or statement stands for: the code of its city, `HK`. */
export type Side = string

/** How a side is written in an address or a form; whether there is such a city, the register says. */
export const sidePattern = /^[A-Z]{2,8}$/

/** A city that takes part, as pages name it. */
export type City = {
  code: Side
  /** 香港, Hong Kong. */
  name: LocalizedText
  /** As the ticks have it: 港, HK. */
  shortName: Readonly<Record<Language, string>>
  /** What its officers write and read first. */
  script: 'zh-Hant' | 'zh-Hans'
}

/** What a city is called in a language. */
export function cityName({ code, name }: Pick<City, 'code' | 'name'>, language: Language): string {
  return pickText(name, language)?.body ?? code
}

/** As `cityName`, by its code among what the log's slugs and codes are called. */
export function cityNamed(
  code: Side,
  names: Readonly<Record<string, LocalizedText>>,
  language: Language,
): string {
  return cityName({ code, name: names[code] ?? {} }, language)
}
