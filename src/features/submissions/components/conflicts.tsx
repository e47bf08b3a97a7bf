import { getTranslations } from 'next-intl/server'
import { conflictedPlaces } from '@/features/revisions/components/changed-places'
import type { Names } from '@/features/revisions/components/logged-value'
import { PlaceLabel } from '@/features/revisions/components/place-label'
import type { MergeConflict } from '@/features/revisions/merge'
import { languageTags } from '@/i18n/language'
import { PlaceDifference } from './place-difference'

/** The places that two people have changed otherwise: what each was, is now, and would be. */
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
                  <PlaceLabel place={place} />
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
