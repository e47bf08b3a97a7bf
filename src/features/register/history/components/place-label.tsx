import type { ChangedPlace } from '../model/changed-places'
import type { Named } from '../model/names'
import { placeName } from '../wording/place'
import { voiceOfPage } from './logged-value'

/** What a place of a subject is called, with its language where it is a passage in one. */
export async function PlaceLabel({
  place,
  names,
}: {
  place: Pick<ChangedPlace, 'key' | 'language'>
  names: Named
}) {
  return placeName(place, await voiceOfPage(names))
}
