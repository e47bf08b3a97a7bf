import { getTranslations } from 'next-intl/server'
import { PlaceDifference } from '@/features/desk/round/submissions/components/place-difference'
import { PlaceLabel } from '@/features/register/history/components/place-label'
import { conflictedPlaces } from '@/features/register/history/model/changed-places'
import type { Names } from '@/features/register/history/model/names'
import type { MergeConflict } from '@/features/register/subjects/model/merge'
import { languageTags } from '@/i18n/language'

/** The places that two people have changed differently: what each was, is now, and would be. */
export async function Conflicts({
  conflicts,
  names,
}: {
  conflicts: readonly MergeConflict[]
  names: Names
}) {
  const t = await getTranslations('submissions.conflicts')
  return (
    <div className="scroll">
      <table>
        <caption>{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('place')}</th>
            <th scope="col">{t('theirs')}</th>
            <th scope="col">{t('mine')}</th>
          </tr>
        </thead>
        <tbody>
          {conflictedPlaces(conflicts).map(({ theirs, after: mine, ...place }) => {
            const lang = place.language ? { lang: languageTags[place.language] } : {}
            return (
              <tr key={place.path}>
                <th scope="row">
                  <PlaceLabel place={place} names={names} />
                </th>
                {[theirs, mine].map((after, index) => (
                  <td key={index === 0 ? 'theirs' : 'mine'} {...lang}>
                    <PlaceDifference place={{ ...place, after, differs: true }} names={names} />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
