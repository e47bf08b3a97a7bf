import { getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { GlossedText } from '@/features/register/glossary/components/glossed-text'
import type { TermMark } from '@/features/register/glossary/model/notes'
import { WordDifference } from '@/features/register/history/components/word-difference'
import type { SidePassage, StaleSince } from '@/features/register/texts/model/text'
import type { Language } from '@/i18n/language'
import { TextStateMark } from './text-state-mark'

type Props = { passage: SidePassage; language: Language; marks: readonly TermMark[] }

/** One text as it stands: its state, its words, where it comes from, who reviewed it, and what it has not followed. */
export async function ShownSideText({ passage, language, marks }: Props) {
  const t = await getTranslations('texts')
  const { text, states, reviewers, staleSince } = passage
  const entry = text[language]
  const state = states[language]
  if (!entry) {
    return (
      <>
        <p>
          <TextStateMark state={state} />
        </p>
        <p className="quiet">{t('side.missing')}</p>
      </>
    )
  }
  return (
    <>
      <p>
        <TextStateMark state={state} />
      </p>
      <p className="desk-passage">
        <GlossedText body={entry.body} language={language} marks={marks} />
      </p>
      <p className="origin">
        {t(`origins.${entry.origin}`)}
        {entry.originDetail && <> {t(`originDetails.${entry.originDetail}`)}</>}
        {entry.reviewedAt && (
          <>
            {' '}
            {reviewers[language] && <>{t('side.reviewedBy', { name: reviewers[language] })} · </>}
            {t('side.reviewedOn')} <DateText date={entry.reviewedAt} />
          </>
        )}
      </p>
      {state === 'stale' && <StaleBanner since={staleSince[language]} />}
    </>
  )
}

/** Since which change a text is stale, by whom, and what changed in its original. */
async function StaleBanner({ since }: { since: StaleSince | undefined }) {
  const t = await getTranslations('texts.side')
  if (!since) return <p className="notice">{t('staleUnknown')}</p>
  const { revision, number, recordedAt, author, approver } = since
  return (
    <div className="notice">
      <p>{t('stale', { revision: String(revision), number: String(number) })}</p>
      <p className="quiet">
        <DateText date={recordedAt} /> · {t('author', { name: author ?? t('register') })}
        {approver && <> · {t('approver', { name: approver })}</>}
      </p>
      <p>
        <b>{t('changeOf')}</b>
      </p>
      <p>
        <WordDifference before={since.was} after={since.is} language={since.original} />
      </p>
    </div>
  )
}
