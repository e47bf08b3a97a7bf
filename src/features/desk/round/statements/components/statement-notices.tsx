import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Words } from '@/components/site/words'
import { itemPage, submissionPage } from '@/features/desk/frame/model'
import type { ListedSubmission } from '@/features/desk/round/submissions/queries/list-submissions'
import { formatDay } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import type { DeskItem } from '../queries/list-items'

/** After a save: what happens next, and the next item to see to; null when there is none. */
export async function Submitted({
  submission,
  next,
  aloneNotice,
}: {
  /** The id of what was submitted. */
  submission: string
  next: DeskItem | null
  /** That nobody can review it; null where somebody can. */
  aloneNotice: ReactNode
}) {
  const [language, t] = [await getLocale(), await getTranslations('desk.item')]
  return (
    <section className="desk-notice" aria-labelledby="submitted">
      <h2 id="submitted" role="status">
        {t(aloneNotice ? 'submittedAlone' : 'submittedTitle')}
      </h2>
      {aloneNotice ?? <p>{t('submittedNext')}</p>}
      <p>
        {next ? (
          <>
            {t('next')}{' '}
            <a href={hrefTo(language, itemPage(next.reference))}>
              <span className="reference">{next.reference}</span> <Words text={next.title} />
            </a>
          </>
        ) : (
          t('nextNone')
        )}
      </p>
      <p className="desk-actions">
        <a href={hrefTo(language, submissionPage(submission))}>{t('seeIt')}</a>
        <a href={hrefTo(language, '/desk')}>{t('toDesk')}</a>
      </p>
    </section>
  )
}

/** That the officer's own statement of this item is still underway. */
export async function Underway({ submission }: { submission: ListedSubmission }) {
  const [language, t] = [await getLocale(), await getTranslations('desk.item')]
  const { id, reference, state, submittedAt } = submission
  const day = formatDay(submittedAt, language)
  const stage =
    state === 'approved' ? 'approved' : state === 'awaiting_side' ? 'awaitingSide' : 'waiting'
  return (
    <p className="desk-notice">
      {t(stage, { day })} <a href={hrefTo(language, submissionPage(id))}>{t('seeIt')}</a>
      {state !== 'approved' && reference && (
        <>
          {' · '}
          <a href={hrefTo(language, { ...itemPage(reference), query: { again: id } })}>
            {t('changeIt')}
          </a>
        </>
      )}
    </p>
  )
}

/** What others have underway of this item: whose, and what. @param mayRead whether the officer may open it. */
export async function OthersUnderway({
  submissions,
  mayRead,
}: {
  submissions: readonly ListedSubmission[]
  mayRead: boolean
}) {
  const [language, t] = [await getLocale(), await getTranslations('desk.item')]
  const kinds = await getTranslations('submissions.facts.kinds')
  return (
    <ul className="desk-notice plain-list">
      {submissions.map(({ id, kind, author, submittedAt }) => (
        <li key={id}>
          {t('others', {
            name: author.name,
            what: kinds(kind),
            day: formatDay(submittedAt, language),
          })}{' '}
          {mayRead && <a href={hrefTo(language, submissionPage(id))}>{t('seeOthers')}</a>}
        </li>
      ))}
    </ul>
  )
}

/** That the form below shows what the officer submitted: why it was returned, and what has changed since. */
export async function TakenUp({
  submission,
  children,
}: {
  submission: ListedSubmission
  /** What has changed since it was submitted; nothing when nothing has. */
  children: ReactNode
}) {
  const t = await getTranslations('desk.item')
  return (
    <section className="desk-notice" aria-label={t('taken')}>
      <p>{t(submission.state === 'returned' ? 'returned' : 'taken')}</p>
      {submission.returnReason && (
        <blockquote className="desk-reason">{submission.returnReason}</blockquote>
      )}
      {children && (
        <>
          <p>
            <strong>{t('movedSince')}</strong>
          </p>
          {children}
        </>
      )}
    </section>
  )
}
