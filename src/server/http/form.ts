import { type Language, toLanguage } from '@/i18n/language'
import { withoutUnseen } from '@/i18n/unseen'

/** The fields of a posted form as typed, without signs that nobody sees; a file, and what the framework adds, are left out. */
export function typedFields(form: FormData): Record<string, string> {
  return Object.fromEntries(typed(form).map(([name, value]) => [name, withoutUnseen(value)]))
}

/** Whether `typedFields` takes signs out of a form. */
export function hasUnseen(form: FormData): boolean {
  return typed(form).some(([, value]) => withoutUnseen(value) !== value)
}

/** What was typed; a field that was filled in several times, such as a tick, is there as often. */
function typed(form: FormData): [name: string, value: string][] {
  return [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$') ? [[name, value] as [string, string]] : [],
  )
}

/** The language of the page that a form was on, which every desk form tells; Traditional where it does not. */
export function languageOf(values: FormData | Readonly<Record<string, string>>): Language {
  const { language = '' } = values instanceof FormData ? typedFields(values) : values
  return toLanguage(language)
}
