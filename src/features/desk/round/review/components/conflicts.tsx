import { getTranslations } from 'next-intl/server'
import { PlaceTable } from '@/features/desk/round/submissions/components/comparison'
import { conflictedPlaces } from '@/features/register/history/model/changed-places'
import type { Named } from '@/features/register/history/model/names'
import type { MergeConflict } from '@/features/register/subjects/model/merge'

/** The places that two people have changed differently: what each was, is now, and would be. */
export async function Conflicts({
  conflicts,
  names,
}: {
  conflicts: readonly MergeConflict[]
  names: Named
}) {
  const t = await getTranslations('submissions.conflicts')
  return (
    <PlaceTable
      className="scroll"
      caption={t('caption')}
      heads={[t('place'), t('theirs'), t('mine')]}
      rows={conflictedPlaces(conflicts).map(({ theirs, after: mine, ...place }) =>
        [theirs, mine].map((after) => ({ ...place, after, differs: true })),
      )}
      names={names}
    />
  )
}
