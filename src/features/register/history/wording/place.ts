import { cityName, cityNamed, sidePattern } from '@/features/register/cities/model'
import type { ShownActor } from '@/features/register/log/model'
import type { Language } from '@/i18n/language'
import type { Translator } from '@/i18n/translator'
import { type ChangedPlace, placeOf } from '../model/changed-places'
import type { Named } from '../model/names'

/** In which language the log is told, and what the subjects are called that it names. */
export type Voice = Named & { language: Language; t: Translator }

/** What a place of a subject is called, with its language where it is a passage in one. */
export function placeName(
  { key, language }: Pick<ChangedPlace, 'key' | 'language'>,
  voice: Voice,
): string {
  const { t, names, language: page } = voice
  const { message, side } = placeOf(key)
  const place = `revisions.places.${message}` as 'revisions.places.statement_confirmations_stance'
  const name = t.has(place) ? t(place, { city: side ? cityNamed(side, names, page) : '' }) : key
  if (!language) return name
  return t('revisions.placeIn', { place: name, language: t(`revisions.languages.${language}`) })
}

/** What a side is called, by the code of its city; null for what is none. */
export function sideName(code: string, voice: Voice): string | null {
  return sidePattern.test(code)
    ? voice.t('revisions.side', { city: cityNamed(code, voice.names, voice.language) })
    : null
}

/** Who acted: a role, and the side where there is one. */
export function actorName(
  { role, city }: ShownActor,
  { t, language }: Pick<Voice, 't' | 'language'>,
): string {
  const label = t(`revisions.roles.${role}`)
  if (!city) return label
  const side = t('revisions.side', { city: cityName(city, language) })
  return t('revisions.actor', { role: label, side })
}

/** The message of a key that is made of what the log holds; null where there is none. */
export function messageAt(key: string, t: Translator): string | null {
  const known = key as 'revisions.nothing'
  return t.has(known) ? t(known) : null
}
