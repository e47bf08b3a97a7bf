import { getLocale, getTranslations } from 'next-intl/server'
import { Words } from '@/components/site/words'
import { submissionPage } from '@/features/desk/frame/model'
import { MomentText } from '@/features/desk/round/submissions/components/moment-text'
import { formatUntil } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import type { ForeseenSubmission, ListedRelease } from '../queries/list-releases'

/** A release to come: when, how long until, what is in it, and what would make it fail. `now` is an ISO time. */
export async function PlannedRelease({ release, now }: { release: ListedRelease; now: string }) {
  const [language, t] = [await getLocale(), await getTranslations('submissions.release')]
  const problems = release.submissions.filter(({ problem }) => problem).length
  return (
    <>
      <p>
        <MomentText time={release.at} /> · {formatUntil(now, release.at, language)} ·{' '}
        {t('plannedBy', { name: release.createdBy })}
      </p>
      {problems > 0 && <p className="desk-alert">{t('wouldFail', { count: problems })}</p>}
      {release.submissions.length === 0 ? (
        <p className="quiet">{t('empty')}</p>
      ) : (
        <ReleasedSubmissions submissions={release.submissions} />
      )}
    </>
  )
}

/** A release that is over: what became of it, and why it failed. */
export async function PastRelease({ release }: { release: ListedRelease }) {
  const t = await getTranslations('submissions.release')
  const refusals = await getTranslations('refusals')
  const { failure, endedAt, submissions, at } = release
  const reason = failure?.reason ?? ''
  return (
    <>
      <p>
        <strong>{t(`states.${release.state}`)}</strong>
        {endedAt && (
          <>
            {' '}
            <MomentText time={endedAt} />
          </>
        )}{' '}
        · {t('plannedFor')} <MomentText time={at} />
      </p>
      {failure && (
        <p className="desk-alert">
          {failure.reference}{' '}
          {reason === 'conflict'
            ? t('failedByConflict')
            : refusals.has(reason as 'conflict') && refusals(reason as 'conflict')}{' '}
          {t('failedBack')}
        </p>
      )}
      {submissions.length > 0 && <ReleasedSubmissions submissions={submissions} />}
      {release.state === 'released' && submissions.length === 0 && (
        <p className="quiet">{t('wasEmpty')}</p>
      )}
    </>
  )
}

async function ReleasedSubmissions({
  submissions,
}: {
  submissions: readonly ForeseenSubmission[]
}) {
  const [language, t] = [await getLocale(), await getTranslations('submissions.release')]
  const facts = await getTranslations('submissions.facts')
  return (
    <ul className="plain-list">
      {submissions.map(({ id, reference, title, kind, author, approvedBy, problem }) => (
        <li key={id}>
          <a href={hrefTo(language, submissionPage(id))}>
            {reference ?? facts('newSubject')} <Words text={title} />
          </a>{' '}
          <span className="quiet">
            {facts(`kinds.${kind}`)} · {author.name}
            {approvedBy && <> · {t('approvedBy', { name: approvedBy })}</>}
          </span>
          {problem && <p className="desk-error">{t(`problems.${problem}`)}</p>}
        </li>
      ))}
    </ul>
  )
}
