import { getTranslations } from 'next-intl/server'
import { TableHead } from '@/components/site/table-head'
import { PlaceLabel } from '@/features/register/history/components/place-label'
import { type ComparedPlace, comparePlaces } from '@/features/register/history/model/changed-places'
import type { Named } from '@/features/register/history/model/names'
import type { ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import { PlaceDifference } from './place-difference'

type Props = {
  /** A subject in the log's form as it is; null for a new one. */
  before: ProposedSnapshot | null
  after: ProposedSnapshot
  names: Named
  /** Says what is compared with what. */
  caption: string
}

/** A subject as it is against what it would be: what differs, word by word; the rest folded away. */
export async function Comparison({ before, after, names, caption }: Props) {
  const t = await getTranslations('submissions.difference')
  const places = comparePlaces(before, after)
  const changed = places.filter(({ differs }) => differs)
  const same = places.filter(({ differs }) => !differs)
  const table = (caption: string, places: readonly ComparedPlace[]) => (
    <PlaceTable
      className="scroll comparison"
      caption={caption}
      heads={[t('place'), t('content')]}
      rows={places.map((place) => [place])}
      names={names}
    />
  )
  return (
    <>
      {changed.length > 0 && table(caption, changed)}
      {same.length > 0 && (
        <details>
          <summary>{t('unchanged', { count: same.length })}</summary>
          {table(t('unchangedCaption'), same)}
        </details>
      )}
    </>
  )
}

/** Places in rows, each against one or more of what it would be. */
export function PlaceTable({
  className,
  caption,
  heads,
  rows,
  names,
}: {
  className: string
  caption: string
  /** What the columns are called, that of the places first. */
  heads: readonly string[]
  /** Of each place the differences, in the order of the columns. */
  rows: readonly (readonly ComparedPlace[])[]
  names: Named
}) {
  return (
    <div className={className}>
      <table className="stacks">
        <caption>{caption}</caption>
        <TableHead columns={heads} />
        <tbody>
          {rows.map(
            ([place, ...others]) =>
              place && (
                <tr key={place.path}>
                  <th scope="row">
                    <PlaceLabel place={place} names={names} />
                  </th>
                  {[place, ...others].map((one, index) => (
                    <td
                      key={heads[index + 1]}
                      data-column={others.length > 0 ? heads[index + 1] : undefined}
                    >
                      <PlaceDifference place={one} names={names} />
                    </td>
                  ))}
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  )
}
