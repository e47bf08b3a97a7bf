import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Words } from '../../../../../../components/words'
import { DeskPage } from '../../../../../../features/officers/components/desk-page'
import { isReviewer, mayReview } from '../../../../../../features/officers/policy'
import { requireOfficer } from '../../../../../../features/officers/session'
import { Difference } from '../../../../../../features/progress/components/difference'
import { statementInput } from '../../../../../../features/progress/input'
import { findItemForUpdate } from '../../../../../../features/progress/queries'
import { liveFields, submittedFields } from '../../../../../../features/progress/shown-fields'
import { listSourceChoices } from '../../../../../../features/sources/queries'
import { ReviewForm } from '../../../../../../features/submissions/components/review-form'
import { findSubmission } from '../../../../../../features/submissions/queries/list-submissions'
import { hrefTo } from '../../../../../../i18n/navigation'

export default async function SubmissionPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, language, t] = [await params, await getLocale(), await getTranslations('desk')]
  const here = { pathname: '/desk/submissions/[id]', params: { id } } as const
  const officer = await requireOfficer(language, hrefTo(language, here))
  const submission = await findSubmission(id)
  const item = submission?.reference && (await findItemForUpdate(submission.reference))
  if (!submission || !item) notFound()
  const isAuthor = submission.author.id === officer.id
  if (!isAuthor && !isReviewer(officer)) forbidden()
  const waits = submission.state === 'submitted'
  return (
    <DeskPage here={here} officer={officer}>
      <p>
        <a href={hrefTo(language, '/desk')}>{t('back')}</a>
      </p>
      <h1>
        {t('review.title')} {item.reference} <Words text={item.title} />
      </h1>
      <p>
        {submission.author.name} · {t(`review.states.${submission.state}`)}
      </p>
      {submission.returnReason && <blockquote>{submission.returnReason}</blockquote>}
      {waits && submission.baseVersion !== item.live.version && (
        <p className="desk-alert">{t('review.movedOn')}</p>
      )}
      <Difference
        kind={item.kind}
        live={liveFields(item.live)}
        submitted={submittedFields(
          statementInput.parse(submission.content),
          await listSourceChoices(),
        )}
      />
      {submission.state === 'returned' && isAuthor && (
        <p>
          <a
            href={hrefTo(language, {
              pathname: '/desk/items/[reference]',
              params: { reference: item.reference },
            })}
          >
            {t('review.again')}
          </a>
        </p>
      )}
      {waits && (
        <ReviewForm
          id={id}
          version={item.live.version}
          mayDecide={mayReview(officer, { authorId: submission.author.id })}
          mayWithdraw={isAuthor}
        />
      )}
    </DeskPage>
  )
}
