import { cookies } from 'next/headers'
import { type Language, toLanguage } from '@/i18n/language'
import { withoutUnseen } from '@/i18n/unseen'

/** The cookie that says that signs were taken out of what an officer has just submitted. */
const unseenRemoved = 'unseen-removed'
/** How long pages say so, in seconds: the answer to the form, and one that is opened at once. */
const toldFor = 15

/**
 * The fields of a posted form as typed, without signs that nobody sees; a file, and what the framework adds, are left
 * out. Where such signs were there, the page that answers says so.
 */
export async function typedFields(form: FormData): Promise<Record<string, string>> {
  const fields = keptFields(form)
  const isChanged = Object.entries(fields).some(([name, value]) => form.get(name) !== value)
  if (isChanged) {
    const jar = await cookies()
    jar.set(unseenRemoved, '1', { httpOnly: true, sameSite: 'lax', path: '/', maxAge: toldFor })
  }
  return fields
}

/** As `typedFields`, for what is kept while an officer types: nothing is said. */
export function keptFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('$') ? [[name, withoutUnseen(value)]] : [],
    ),
  )
}

/** Whether the page that is read answers a form out of which signs were taken. */
export async function wasUnseenRemoved(): Promise<boolean> {
  return (await cookies()).has(unseenRemoved)
}

/** The language of the page that a form was on, which every desk form tells; Traditional where it does not. */
export function languageOf(values: FormData | Readonly<Record<string, string>>): Language {
  const { language = '' } = values instanceof FormData ? keptFields(values) : values
  return toLanguage(language)
}
