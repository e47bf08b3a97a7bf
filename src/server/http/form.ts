import { type Language, toLanguage } from '@/i18n/language'

/** The fields of a posted form as typed; a file, and what the framework adds, are left out. */
export function typedFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [],
    ),
  )
}

/** The language of the page that a form was on, which every desk form tells; Traditional where it does not. */
export function languageOf(values: FormData | Readonly<Record<string, string>>): Language {
  const { language = '' } = values instanceof FormData ? typedFields(values) : values
  return toLanguage(language)
}
