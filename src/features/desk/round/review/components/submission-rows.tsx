import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { Words } from '@/components/site/words'
import { itemPage, submissionPage } from '@/features/desk/frame/model'
import type {
  ListedSubmission,
  MySubmissions,
} from '@/features/desk/round/submissions/queries/list-submissions'
import { cityName } from '@/features/register/cities/model'
import { formatDay, formatTime } from '@/i18n/formats'
import { type Href, hrefTo } from '@/i18n/navigation'
import { takeUpAgain } from './take-up-again'

/** Submissions of one list of the desk, each with what can be done with it there. */
export async function SubmissionRows({
  list,
  submissions,
}: {
  list: keyof MySubmissions | 'toAgree'
  submissions: readonly ListedSubmission[]
}) {
  const [language, t] = [await getLocale(), await getTranslations('desk.rows')]
  return (
    <ul className="desk-rows">
      {submissions.map((submission) => {
        const { id, kind, reference, title, author, release, returnReason } = submission
        const page = hrefTo(language, submissionPage(id))
        const form =
          list === 'returned' || list === 'waiting'
            ? takeUpAgain(submission)
            : statementFrom(submission)
        return (
          <li key={id} data-row>
            <p className="desk-row-title">
              <a href={page} data-open>
                <span className="reference">{reference ?? t('unnamed')}</span>{' '}
                <Words text={title} />
              </a>
            </p>
            <p className="desk-row-facts">
              <span>{t(`kinds.${kind}`)}</span>
              {submission.state === 'awaiting_side' && <strong>{t('awaitingSide')}</strong>}
              {(list === 'toReview' || list === 'toAgree' || list === 'approved') && (
                <span>{t('by', { name: author.name, side: cityName(author.city, language) })}</span>
              )}
              {release ? (
                <span>
                  {t('releaseAt', {
                    day: formatDay(release.at, language),
                    time: formatTime(release.at),
                    title: release.title,
                  })}
                </span>
              ) : (
                <span>
                  {t('submitted')} <DateText date={submission.submittedAt} />
                </span>
              )}
            </p>
            {returnReason && (
              <blockquote className="desk-reason">
                <b>{t('reason')}</b>
                {returnReason}
              </blockquote>
            )}
            <p className="desk-row-acts">
              {list === 'returned' && form && (
                <a href={hrefTo(language, form)} className="desk-button-quiet" data-update>
                  {t('again')}
                </a>
              )}
              {(list === 'toReview' || list === 'toAgree') && (
                <a href={page} className="desk-button-quiet">
                  {t(list === 'toReview' ? 'review' : 'answer')}
                </a>
              )}
              {list !== 'returned' && form && (
                <a
                  href={hrefTo(language, form)}
                  className="visually-hidden"
                  data-update
                  tabIndex={-1}
                >
                  {t('statement')}
                </a>
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

/** The statement form of the item that a submission is about; null where it is about none. */
function statementFrom({ subjectKind, reference }: ListedSubmission): Href | null {
  return reference && (subjectKind === 'project' || subjectKind === 'document')
    ? itemPage(reference)
    : null
}
