import type { PublicActor } from '@/features/register/log/model'
import type { Language } from '@/i18n/language'
import type { Translator } from '@/i18n/translator'
import type { ChangedPlace } from '../model/changed-places'
import type { Names } from '../model/names'

/** In which language the log is told, and what the subjects are called that it names. */
export type Voice = { language: Language; t: Translator; names: Names }

/** What a place of a subject is called, with its language where it is a passage in one. */
export function placeName(
  { key, language }: Pick<ChangedPlace, 'key' | 'language'>,
  { t }: Voice,
): string {
  const name = messageAt(`revisions.places.${key}`, t) ?? key
  if (!language) return name
  return t('revisions.placeIn', { place: name, language: t(`revisions.languages.${language}`) })
}

/** What a side is called, by its code; null where it has no name. */
export function sideName(code: string, { t }: Pick<Voice, 't'>): string | null {
  return messageAt(`revisions.sides.${code}`, t)
}

/** Who acted: a role, and the side where there is one. */
export function actorName({ role, side }: PublicActor, voice: Pick<Voice, 't'>): string {
  const { t } = voice
  const named = side && sideName(side, voice)
  const label = t(`revisions.roles.${role}`)
  return named ? t('revisions.actor', { role: label, side: named }) : label
}

/** The message of a key that is made of what the log holds; null where there is none. */
export function messageAt(key: string, t: Translator): string | null {
  const known = key as 'revisions.nothing'
  return t.has(known) ? t(known) : null
}
