import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Officer } from '@/features/desk/officers/model'
import { mayAnswer, mayReview } from '@/features/desk/officers/policy'
import { isUnderway } from '@/features/desk/round/submissions/model/submission'
import { formatMoment, hongKongLocal } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import type { Review } from '../queries/find-review'
import { canStand } from './proposed-change'
import { ApproveForm, PlainDecision, ReturnForm } from './review-form'
import { takeUpAgain } from './take-up-again'

type Props = {
  review: Review
  officer: Officer
  /** The releases that can be joined. Times are ISO. */
  releases: readonly { id: string; at: string; title: string }[]
  /** ISO time. */
  now: string
  /** That nobody can review it; null where somebody can. */
  aloneNotice: ReactNode
}

/** What the officer may do about a submission: a reviewer decides, the author withdraws, or takes it up again. */
export async function DecisionSection({ review, officer, releases, now, aloneNotice }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('submissions')]
  const { submission, version } = review
  const { id, state, author } = submission
  const isAuthor = author.id === officer.id
  const decided = { id, version }
  if (!isUnderway(state)) {
    const again = isAuthor && state === 'returned' && !review.replacedBy && takeUpAgain(submission)
    return again ? (
      <p>
        <a className="button" href={hrefTo(language, again)}>
          {t('decision.again')}
        </a>
      </p>
    ) : null
  }
  const mayDecide = mayReview(officer, { authorId: author.id })
  const mayPublish = mayDecide && canStand(review) && state !== 'awaiting_side'
  const { asked } = review
  const isAsked = asked !== null && mayAnswer(officer, asked)
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{t('decision.heading')}</h2>
      {asked && <p className="desk-notice">{t('decision.bothSides')}</p>}
      {isAsked && <PlainDecision {...decided} intent="agree" />}
      {mayPublish && <PlainDecision {...decided} intent="publish" />}
      {mayPublish && state === 'submitted' && !asked && (
        <ApproveForm
          {...decided}
          releases={releases.map((one) => [
            one.id,
            `${formatMoment(one.at, language)} · ${one.title}`,
          ])}
          earliest={hongKongLocal(now)}
        />
      )}
      {(mayDecide || isAsked) && <ReturnForm {...decided} />}
      {isAuthor && <PlainDecision {...decided} intent="withdraw" />}
      {isAuthor && (aloneNotice ?? <p className="desk-hint">{t('decision.notYourOwn')}</p>)}
    </section>
  )
}
