import { getTranslations } from 'next-intl/server'
import { WordsLink } from '@/components/site/words'
import { subjectPage } from '@/features/register/subjects/model/pages'
import type { ShownConference } from '../model/conference'
import { Announced } from './announced'

/**
 * Earlier sessions with projects, each with its own totals, so that a new session hides none. Renders nothing
 * when there are none.
 */
export async function OtherReckonings({
  conferences,
}: {
  conferences: readonly ShownConference[]
}) {
  if (conferences.length === 0) return null
  const t = await getTranslations('conferences')
  return (
    <>
      <h3>{t('earlier')}</h3>
      <ul>
        {conferences.map((conference) => (
          <li key={conference.reference}>
            <WordsLink
              to={subjectPage('conference', conference.reference)}
              text={conference.name}
            />
            {(['projects', 'documents'] as const).map((kind) => (
              <span key={kind} className="quiet">
                {' · '}
                {t(kind)} <Announced conference={conference} kind={kind} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
