import { textHash } from '@/features/register/texts/model/text'
import { toSimplified } from '@/i18n/conversion'
import { type Language, languages } from '@/i18n/language'
import {
  type LocalizedText,
  type OriginDetail,
  originalLanguage,
  type TextOrigin,
} from '@/i18n/localized-text'
import type { Bodies, StatedOrigin } from './facts'

const meanings: Record<StatedOrigin, { origin: TextOrigin; detail: OriginDetail | null }> = {
  'as printed': { origin: 'as_printed', detail: null },
  official: { origin: 'official', detail: null },
  'unofficial translation': { origin: 'unofficial_translation', detail: null },
  'script conversion': { origin: 'script_conversion', detail: null },
  editorial: { origin: 'editorial', detail: null },
  press: { origin: 'as_printed', detail: 'press' },
  'descriptive; exact title not printed': {
    origin: 'editorial',
    detail: 'exact_title_not_printed',
  },
  'as reported, in a Cantonese sentence': {
    origin: 'editorial',
    detail: 'reported_in_cantonese',
  },
}

/**
 * A passage of the facts with its origins, and with Simplified made from Traditional where the facts
 * hold none. Never the other way round: a Shanghai original stays without Traditional unless the facts
 * have it. Translations and conversions carry the hash of the text that they were made from.
 *
 * @throws when a body has no stated origin, or a derived one no original.
 */
export function toPassage(
  bodies: Bodies,
  stated: StatedOrigin | Partial<Record<Language, StatedOrigin | undefined>>,
): LocalizedText {
  const passage: LocalizedText = {}
  for (const language of languages) {
    const body = bodies[language]
    if (body === undefined) continue
    const said = typeof stated === 'string' ? stated : stated[language]
    if (!said) throw new Error(`No origin is stated for ${language} of: ${body}`)
    const { origin, detail } = meanings[said]
    passage[language] = {
      body,
      origin,
      originDetail: detail,
      derivedFromHash: null,
      reviewedAt: null,
    }
  }
  const original = originalLanguage(passage)
  for (const entry of Object.values(passage)) {
    if (entry.origin !== 'unofficial_translation' && entry.origin !== 'script_conversion') continue
    const body = original && passage[original]?.body
    if (!body) throw new Error(`No original is held for: ${entry.body}`)
    entry.derivedFromHash = textHash(body)
  }
  const traditional = passage['zh-Hant']
  if (traditional && !passage['zh-Hans']) {
    passage['zh-Hans'] = {
      body: toSimplified(traditional.body),
      origin: 'script_conversion',
      originDetail: null,
      derivedFromHash: textHash(traditional.body),
      reviewedAt: null,
    }
  }
  return passage
}
