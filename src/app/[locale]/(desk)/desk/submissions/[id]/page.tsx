import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Done } from '@/components/forms/outcome'
import { Words } from '@/components/site/words'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { submissionPage } from '@/features/desk/frame/model'
import { isReviewer, mayAnswer } from '@/features/desk/officers/policy'
import { isAlone } from '@/features/desk/officers/queries'
import { requireOfficer } from '@/features/desk/officers/session'
import { CorrectionBox } from '@/features/desk/round/review/components/correction-box'
import { DecisionSection } from '@/features/desk/round/review/components/decision-section'
import { MovedOn } from '@/features/desk/round/review/components/moved-on'
import { ProposedChange } from '@/features/desk/round/review/components/proposed-change'
import { ReviewedCitations } from '@/features/desk/round/review/components/reviewed-citations'
import { SinceReturned } from '@/features/desk/round/review/components/since-returned'
import { SubmissionFacts } from '@/features/desk/round/review/components/submission-facts'
import { findReview } from '@/features/desk/round/review/queries/find-review'
import { listReleaseChoices } from '@/features/desk/round/review/queries/list-releases'
import { NobodyReviews } from '@/features/desk/round/submissions/components/nobody-reviews'
import { findNextToReview } from '@/features/desk/round/submissions/queries/list-submissions'
import { hrefTo } from '@/i18n/navigation'
import { now } from '@/server/clock'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function SubmissionPage({ params, searchParams }: Props) {
  const [{ id }, { done }] = [await params, await searchParams]
  const [language, t, desk] = [
    await getLocale(),
    await getTranslations('submissions'),
    await getTranslations('desk'),
  ]
  const here = submissionPage(id)
  const officer = await requireOfficer(language, hrefTo(language, here))
  const review = await findReview(id)
  if (!review) notFound()
  const { submission, corrected } = review
  const { asked } = review
  const isAsked = asked !== null && mayAnswer(officer, asked)
  if (submission.author.id !== officer.id && !isReviewer(officer) && !isAsked) forbidden()
  const next = await findNextToReview(officer, id)
  return (
    <DeskPage here={here} officer={officer}>
      <p className="desk-trail">
        <a href={hrefTo(language, '/desk')}>{desk('back')}</a>
        {next.id && (
          <a href={hrefTo(language, submissionPage(next.id))} rel="next">
            {t('next', { count: next.count })}
          </a>
        )}
      </p>
      {(done === 'publish' || done === 'return' || done === 'approve' || done === 'waits') && (
        <Done>
          {desk(`done.${done}`)} {t('thisIsNext')}
        </Done>
      )}
      <h1>
        {t('title')} {submission.reference ?? t('facts.newSubject')}{' '}
        <Words text={submission.title} />
      </h1>
      <SubmissionFacts review={review} />
      <MovedOn review={review} />
      {submission.correction && (
        <CorrectionBox correction={submission.correction} corrected={corrected} />
      )}
      <SinceReturned review={review} />
      <ProposedChange review={review} />
      <section aria-labelledby="sources">
        <h2 id="sources">{t('sources.title')}</h2>
        <ReviewedCitations citations={review.citations} />
      </section>
      <DecisionSection
        review={review}
        officer={officer}
        releases={await listReleaseChoices()}
        now={now().toISOString()}
        aloneNotice={
          submission.author.id === officer.id && (await isAlone(officer)) ? (
            <NobodyReviews officer={officer} />
          ) : null
        }
      />
    </DeskPage>
  )
}
