import { getTranslations } from 'next-intl/server'
import { PlaceLabel } from '@/features/register/history/components/place-label'
import { type ComparedPlace, comparePlaces } from '@/features/register/history/model/changed-places'
import type { Names } from '@/features/register/history/model/names'
import type { ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import { languageTags } from '@/i18n/language'
import { PlaceDifference } from './place-difference'

type Props = {
  /** A subject in the log's form as it is; null for a new one. */
  before: ProposedSnapshot | null
  after: ProposedSnapshot
  names: Names
  /** Says what is compared with what. */
  caption: string
}

/** A subject as it is against what it would be: what differs, word by word; the rest folded away. */
export async function Comparison({ before, after, names, caption }: Props) {
  const t = await getTranslations('submissions.difference')
  const places = comparePlaces(before, after)
  const changed = places.filter(({ differs }) => differs)
  const same = places.filter(({ differs }) => !differs)
  return (
    <>
      {changed.length > 0 && <Places caption={caption} places={changed} names={names} />}
      {same.length > 0 && (
        <details>
          <summary>{t('unchanged', { count: same.length })}</summary>
          <Places caption={t('unchangedCaption')} places={same} names={names} />
        </details>
      )}
    </>
  )
}

async function Places({
  caption,
  places,
  names,
}: {
  caption: string
  places: readonly ComparedPlace[]
  names: Names
}) {
  const t = await getTranslations('submissions.difference')
  return (
    <div className="scroll comparison">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('place')}</th>
            <th scope="col">{t('content')}</th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place.path}>
              <th scope="row">
                <PlaceLabel place={place} names={names} />
              </th>
              <td {...(place.language ? { lang: languageTags[place.language] } : {})}>
                <PlaceDifference place={place} names={names} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
