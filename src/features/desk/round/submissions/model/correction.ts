import type { Correction } from '@/features/register/log/model'
import { languages } from '@/i18n/language'

/** What a form says of a correction, as `correctionInput` takes it; null where it corrects nothing. */
export function correctionFrom(values: Readonly<Record<string, string>>): unknown {
  const revision = values['correction.revision']?.trim()
  if (!revision) return null
  const why = languages.map((language) => [language, values[`correction.why.${language}`] ?? ''])
  return { revision, why: Object.fromEntries(why) }
}

/** The form's fields of what a submission corrects. */
export function correctionValues(correction: Correction | null): Record<string, string> {
  if (!correction) return {}
  return {
    'correction.revision': String(correction.revision),
    ...Object.fromEntries(
      languages.map((language) => [`correction.why.${language}`, correction.why[language] ?? '']),
    ),
  }
}
