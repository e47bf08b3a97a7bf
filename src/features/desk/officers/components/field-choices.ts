import type { ConferenceFields } from '@/features/register/fields/model'
import { type Language, languageTags } from '@/i18n/language'
import { pickText } from '@/i18n/localized-text'

/** The fields of one conference, to choose from, in the words that the page shows. */
export type FieldChoices = {
  conference: string
  fields: { reference: string; name: string; lang: string }[]
}

/** The fields to choose from for a reader of this language. */
export function shownChoices(
  conferences: readonly ConferenceFields[],
  language: Language,
): FieldChoices[] {
  return conferences.map(({ reference, name, fields }) => ({
    conference: pickText(name, language)?.body ?? reference,
    fields: fields.map((field) => {
      const shown = pickText(field.name, language)
      return {
        reference: field.reference,
        name: shown?.body ?? '',
        lang: languageTags[shown?.language ?? language],
      }
    }),
  }))
}
