import { getTranslations } from 'next-intl/server'
import { Comparison } from '@/features/desk/round/submissions/components/comparison'
import { isUnderway } from '@/features/desk/round/submissions/model/submission'
import { comparePlaces } from '@/features/register/history/model/changed-places'
import type { Review } from '../queries/find-review'
import { Conflicts } from './conflicts'

/** What a submission changes: live against submitted, place by place; the conflicts first, where there are any. */
export async function ProposedChange({ review }: { review: Review }) {
  const t = await getTranslations('submissions.difference')
  const refusals = await getTranslations('refusals')
  const { live, proposed, conflicts, names, submission, problems } = review
  const isPublished = submission.state === 'published'
  const waits = isUnderway(submission.state)
  return (
    <section aria-labelledby="difference">
      <h2 id="difference">{t(isPublished ? 'publishedTitle' : 'title')}</h2>
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} names={names} />}
      {waits && changesNothing(review) && conflicts.length === 0 && (
        <p className="desk-alert">{t('nothing')}</p>
      )}
      {waits && problems.length > 0 && (
        <div className="desk-alert">
          <p>{t('problems')}</p>
          <ul>
            {problems.map(({ field, code }) => (
              <li key={`${field} ${code}`}>{refusals(`fields.${code}`)}</li>
            ))}
          </ul>
        </div>
      )}
      <Comparison
        before={live}
        after={proposed}
        names={names}
        caption={t(live ? (isPublished ? 'publishedCaption' : 'caption') : 'newCaption')}
      />
    </section>
  )
}

/** Whether it could be published as things are: nothing has overtaken it, it stands, and it changes something. */
export function canStand(review: Review): boolean {
  return !review.isOvertaken && review.problems.length === 0 && !changesNothing(review)
}

/** Whether the register says already what is submitted. */
function changesNothing({ live, proposed }: Review): boolean {
  return comparePlaces(live, proposed).every(({ differs }) => !differs)
}
