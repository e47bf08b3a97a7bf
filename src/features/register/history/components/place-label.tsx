import { getLocale, getTranslations } from 'next-intl/server'
import { cityNamed } from '@/features/register/cities/model'
import { type ChangedPlace, placeOf } from '../model/changed-places'
import type { Names } from './logged-value'

/** What a place of a subject is called, with its language where it is a passage in one. */
export async function PlaceLabel({
  place: { key, language },
  names,
}: {
  place: Pick<ChangedPlace, 'key' | 'language'>
  names: Names
}) {
  const [page, t] = [await getLocale(), await getTranslations('revisions')]
  const { message, side } = placeOf(key)
  const place = `places.${message}` as 'places.statement_confirmations_stance'
  const city = side ? cityNamed(side, names, page) : ''
  const name = t.has(place) ? t(place, { city }) : key
  return language ? t('placeIn', { place: name, language: t(`languages.${language}`) }) : name
}
