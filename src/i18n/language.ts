/** The languages of the register, the original's script first. */
export const languages = ['zh-Hant', 'zh-Hans', 'en'] as const
export type Language = (typeof languages)[number]

/** What stands before a path. */
export const pathPrefixes = {
  'zh-Hant': '/tc',
  'zh-Hans': '/sc',
  en: '/en',
} as const satisfies Record<Language, string>

/** The `lang` and `hreflang` of a page in each language. */
export const languageTags = {
  'zh-Hant': 'zh-Hant-HK',
  'zh-Hans': 'zh-Hans-CN',
  en: 'en-HK',
} as const satisfies Record<Language, string>

/** The attribute of an element that has words of a language, where it is not the page's. */
export function langOf(language: Language, page: Language): { lang?: string } {
  return language === page ? {} : { lang: languageTags[language] }
}

export function isLanguage(value: string): value is Language {
  return (languages as readonly string[]).includes(value)
}

/** The language of an address by its first part, `tc` of `/tc/feeds/…`; null where it is none. */
export function languageOfPrefix(segment: string): Language | null {
  return languages.find((language) => pathPrefixes[language] === `/${segment}`) ?? null
}

/** A language as it is stored or told; Traditional where it is none of the register's. */
export function toLanguage(value: string): Language {
  return isLanguage(value) ? value : 'zh-Hant'
}
