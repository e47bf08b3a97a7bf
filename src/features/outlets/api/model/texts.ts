import { z } from 'zod'
import { isStale } from '@/features/register/texts/model/text'
import { type Language, languages } from '@/i18n/language'
import { isDescriptive, type LocalizedText, pickText, type TextEntry } from '@/i18n/localized-text'
import { says } from './described'

const entry = {
  language: says(z.enum(languages), 'textLanguage'),
  body: says(z.string(), 'body'),
  origin: says(
    z.enum(['as_printed', 'official', 'unofficial_translation', 'script_conversion', 'editorial']),
    'origin',
  ),
  originDetail: says(
    z.enum(['exact_title_not_printed', 'reported_in_cantonese', 'press']).nullable(),
    'originDetail',
  ),
  derivedFromHash: says(z.string().nullable(), 'derivedFromHash'),
  reviewedAt: says(z.iso.datetime().nullable(), 'reviewedAt'),
  isStale: says(z.boolean(), 'isStale'),
}

/** A passage in one of the languages that it is held in. */
export const heldText = z.strictObject(entry)

/** A passage in each language that it is held in. */
export const allLanguages = z.strictObject({
  'zh-Hant': heldText.optional(),
  'zh-Hans': heldText.optional(),
  en: heldText.optional(),
})

/** A passage in the language asked for, or in the nearest that is held. */
export const pickedText = z.strictObject({
  ...entry,
  isFallback: says(z.boolean(), 'isFallback'),
})

const descriptive = { isDescriptive: says(z.boolean(), 'isDescriptive') }

/** A title in one of the languages that it is held in. */
export const heldTitle = z.strictObject({ ...entry, ...descriptive })

/** A title in each language that it is held in. */
export const titleInAllLanguages = z.strictObject({
  'zh-Hant': heldTitle.optional(),
  'zh-Hans': heldTitle.optional(),
  en: heldTitle.optional(),
})

/** A title in the language asked for, or in the nearest that is held. */
export const pickedTitle = z.strictObject({ ...pickedText.shape, ...descriptive })

/** What passages are written by, those that are titles of items among them. */
export type PassageSchemas = { text: z.ZodType; title: z.ZodType }

const passage = z.custom<LocalizedText>((value) => typeof value === 'object' && value !== null)

/** How passages are written: in all languages for null, else in one. Takes what queries give. */
export function passageSchemas(language: Language | null): PassageSchemas {
  if (language === null) {
    return {
      text: passage.transform(inAll).pipe(allLanguages),
      title: passage
        .transform((text): z.infer<typeof titleInAllLanguages> => {
          const told = { isDescriptive: isDescriptive(text) }
          return Object.fromEntries(
            Object.entries(inAll(text)).map(([one, held]) => [one, { ...held, ...told }]),
          )
        })
        .pipe(titleInAllLanguages),
    }
  }
  return {
    text: passage.transform((text) => inOne(text, language)).pipe(pickedText.nullable()),
    title: passage
      .transform((text) => {
        const picked = inOne(text, language)
        return picked && { ...picked, isDescriptive: isDescriptive(text) }
      })
      .pipe(pickedTitle.nullable()),
  }
}

function inAll(text: LocalizedText): z.infer<typeof allLanguages> {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const held = text[language]
      return held ? [[language, shown(text, held, language)]] : []
    }),
  )
}

function inOne(text: LocalizedText, language: Language) {
  const picked = pickText(text, language)
  return picked && { ...shown(text, picked, picked.language), isFallback: picked.isFallback }
}

function shown(text: LocalizedText, held: TextEntry, language: Language) {
  const { body, origin, originDetail, derivedFromHash, reviewedAt } = held
  return {
    language,
    body,
    origin,
    originDetail,
    derivedFromHash,
    reviewedAt,
    isStale: isStale(text, language),
  }
}
