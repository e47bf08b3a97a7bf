import { getTranslations } from 'next-intl/server'
import type { ChangedPlace } from '../model/changed-places'

/** What a place of a subject is called, with its language where it is a passage in one. */
export async function PlaceLabel({ place }: { place: Pick<ChangedPlace, 'key' | 'language'> }) {
  const t = await getTranslations('revisions')
  const { key, language } = place
  const known = t.has(`places.${key}` as 'places.state')
  const name = known ? t(`places.${key}` as 'places.state') : key
  return language ? t('placeIn', { place: name, language: t(`languages.${language}`) }) : name
}
