import { type Language, toLanguage } from '@/i18n/language'
import { withoutUnseen } from '@/i18n/unseen'

/** The fields of a posted form as typed, without signs that nobody sees; a file, and what the framework adds, are left out. */
export function typedFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('$') ? [[name, withoutUnseen(value)]] : [],
    ),
  )
}

/** Whether `typedFields` takes signs out of a form. */
export function hasUnseen(form: FormData): boolean {
  return Object.entries(typedFields(form)).some(([name, kept]) => form.get(name) !== kept)
}

/** The language of the page that a form was on, which every desk form tells; Traditional where it does not. */
export function languageOf(values: FormData | Readonly<Record<string, string>>): Language {
  const { language = '' } = values instanceof FormData ? typedFields(values) : values
  return toLanguage(language)
}
