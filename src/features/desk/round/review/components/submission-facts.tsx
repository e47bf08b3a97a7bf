import { getLocale, getTranslations } from 'next-intl/server'
import { submissionPage } from '@/features/desk/frame/model'
import { MomentText } from '@/features/desk/round/submissions/components/moment-text'
import { cityName } from '@/features/register/cities/model'
import { hrefTo } from '@/i18n/navigation'
import type { Review } from '../queries/find-review'

/** What a submission is, whose, since when, from where, and what became of it. */
export async function SubmissionFacts({ review }: { review: Review }) {
  const [language, t] = [await getLocale(), await getTranslations('submissions.facts')]
  const { submission, reviewer, replaces, replacedBy, fileName } = review
  const { author, kind, state, submittedAt, decidedAt, release, returnReason, agreedBy } =
    submission
  const other = (id: string) => hrefTo(language, submissionPage(id))
  return (
    <dl className="facts">
      <dt>{t('kind')}</dt>
      <dd>
        {t(`kinds.${kind}`)}
        {fileName && <> {t('fromFile', { name: fileName })}</>}
      </dd>
      <dt>{t('author')}</dt>
      <dd>
        {t('person', { name: author.name, side: cityName(author.city, language) })}{' '}
        <MomentText time={submittedAt} />
      </dd>
      {replaces && (
        <>
          <dt>{t('replaces')}</dt>
          <dd>
            <a href={other(replaces.id)}>{t('returnedOne')}</a>
            {replaces.returnReason && <blockquote>{replaces.returnReason}</blockquote>}
          </dd>
        </>
      )}
      <dt>{t('state')}</dt>
      <dd>
        <strong>{t(`states.${state}`)}</strong>
        {reviewer && decidedAt && (
          <>
            {' '}
            {t('decided', { name: reviewer })} <MomentText time={decidedAt} />
          </>
        )}
        {returnReason && <blockquote>{returnReason}</blockquote>}
        {replacedBy && (
          <>
            {' '}
            <a href={other(replacedBy)}>{t('replacedBy')}</a>
          </>
        )}
      </dd>
      {agreedBy && (
        <>
          <dt>{t('agreed')}</dt>
          <dd>
            {agreedBy.name} <MomentText time={agreedBy.at} />
          </dd>
        </>
      )}
      {release && (
        <>
          <dt>{t('release')}</dt>
          <dd>
            <a href={hrefTo(language, '/desk/releases')}>{release.title}</a>{' '}
            <MomentText time={release.at} />
          </dd>
        </>
      )}
    </dl>
  )
}
