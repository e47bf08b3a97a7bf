import { getTranslations } from 'next-intl/server'
import { Comparison } from '@/features/desk/round/submissions/components/comparison'
import { isUnderway } from '@/features/desk/round/submissions/model/submission'
import { RevisionLine } from '@/features/register/history/components/history'
import type { Review } from '../queries/find-review'

/** Says that the subject has moved on since the author saw it, and what became public since. Draws nothing where it has not. */
export async function MovedOn({ review }: { review: Review }) {
  const { since, base, live, names, isOvertaken, submission } = review
  if (!isUnderway(submission.state) || (!isOvertaken && since.length === 0)) return null
  const t = await getTranslations('submissions.movedOn')
  return (
    <div className="desk-alert">
      <p>
        <strong>{t('title')}</strong>{' '}
        {isOvertaken ? t(`overtaken.${submission.kind}`) : t(`merged.${submission.kind}`)}
      </p>
      {since.length > 0 && live && (
        <details>
          <summary>{t('since', { count: since.length })}</summary>
          <ul>
            {since.map((revision) => (
              <li key={revision.number}>
                <RevisionLine revision={revision} />
              </li>
            ))}
          </ul>
          {base && <Comparison before={base} after={live} names={names} caption={t('caption')} />}
        </details>
      )}
    </div>
  )
}
