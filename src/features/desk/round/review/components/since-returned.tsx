import { getTranslations } from 'next-intl/server'
import { Comparison } from '@/features/desk/round/submissions/components/comparison'
import { isUnderway } from '@/features/desk/round/submissions/model/submission'
import { comparePlaces } from '@/features/register/history/model/changed-places'
import type { Review } from '../queries/find-review'

/** What the author has changed since the submission was returned, while it waits. Draws nothing where none was. */
export async function SinceReturned({ review }: { review: Review }) {
  const { replaces, proposed, names, submission } = review
  if (!replaces || !isUnderway(submission.state)) return null
  const t = await getTranslations('submissions.sinceReturned')
  const isChanged = comparePlaces(replaces.proposed, proposed).some(({ differs }) => differs)
  return (
    <section aria-labelledby="since-returned">
      <h2 id="since-returned">{t('title')}</h2>
      {isChanged ? (
        <Comparison
          before={replaces.proposed}
          after={proposed}
          names={names}
          caption={t('caption')}
        />
      ) : (
        <p>{t('nothing')}</p>
      )}
    </section>
  )
}
