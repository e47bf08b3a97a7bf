import { getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { Words } from '@/components/site/words'
import { Citations } from '@/features/register/sources/components/citations'
import type { Ledger, LedgerGaps } from '../model/ledger'
import { EntryLink } from './ledger-sources'

/** What the sources leave open or say differently, each with what it rests on. */
export async function LedgerQuestions({ questions, shared }: Pick<Ledger, 'questions' | 'shared'>) {
  const t = await getTranslations('conferences')
  return (
    <>
      {questions.length === 0 && <p className="quiet">{t('ledger.noQuestions')}</p>}
      <ul className="plain-list ledger">
        {questions.map((question) => (
          <li key={`${question.kind} ${question.reference}`}>
            <h3>
              <EntryLink entry={question} />
            </h3>
            {question.counted && question.counted !== 'yes' && (
              <p>
                <b>{t(`ledger.counted.${question.counted}`)}</b>
              </p>
            )}
            {Object.keys(question.note).length > 0 && (
              <p className="measure">
                <Words text={question.note} />
              </p>
            )}
            <Citations citations={question.citations} />
          </li>
        ))}
      </ul>
      {shared.length > 0 && (
        <>
          <h3>{t('ledger.shared')}</h3>
          <p className="measure quiet">{t('ledger.sharedNote')}</p>
          <ul className="plain-list ledger">
            {shared.map((entry) => (
              <li key={entry.reference}>
                <h4>
                  <DateText date={entry.day} /> · <EntryLink entry={entry} />
                </h4>
                <Citations citations={entry.citations} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What no source states: shown, so that silence is not read as an answer. */
export async function LedgerGapsList({ gaps }: { gaps: LedgerGaps }) {
  const t = await getTranslations('conferences')
  const { numbers, slots, documentsWithoutParties, documentsWithoutDay } = gaps
  return (
    <ul>
      {numbers.map((kind) => (
        <li key={kind}>{t(`ledger.gaps.number.${kind}`)}</li>
      ))}
      {(['projects', 'documents'] as const).map(
        (kind) =>
          slots[kind].length > 0 && (
            <li key={kind}>
              {t(`ledger.gaps.slots.${kind}`, { count: slots[kind].length })}{' '}
              <span className="reference">
                {slots[kind][0]}
                {slots[kind].length > 1 && ` – ${slots[kind].at(-1)}`}
              </span>
            </li>
          ),
      )}
      {gaps.projectsNotReported > 0 && (
        <li>{t('ledger.gaps.notReported', { count: gaps.projectsNotReported })}</li>
      )}
      {documentsWithoutParties.map((entry) => (
        <li key={`parties ${entry.reference}`}>
          {t('ledger.gaps.parties')} <EntryLink entry={entry} />
        </li>
      ))}
      {documentsWithoutDay.map((entry) => (
        <li key={`day ${entry.reference}`}>
          {t('ledger.gaps.day')} <EntryLink entry={entry} />
        </li>
      ))}
      {gaps.textsUnknown > 0 && <li>{t('ledger.gaps.texts', { count: gaps.textsUnknown })}</li>}
    </ul>
  )
}
