import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { PublicPage } from '@/components/site/public-page'
import { Words, WordsLink } from '@/components/site/words'
import { CalendarLink } from '@/features/outlets/calendar/components/calendar-link'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { Described } from '@/features/outlets/structured-data/components/described'
import { listThings } from '@/features/outlets/structured-data/wording/register'
import { Announcements } from '@/features/register/conferences/components/announced'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import { listConferences } from '@/features/register/conferences/queries/conferences'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { describedBy } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

const here = '/conferences'

export const generateMetadata = describedAtItsMoment(describedBy('conferences', here))

export default atItsMoment(async function ConferencesPage({ at }) {
  const [language, t] = [await getLocale(), await getTranslations('conferences')]
  const conferences = await listConferences()
  const most = Math.max(
    ...conferences.flatMap(({ announced }) =>
      announcementKinds.map((kind) => announced[kind].number ?? 0),
    ),
  )
  return (
    <PublicPage here={here} revisedOn={await lastRevisedAt()} trail={[]}>
      <Described things={listThings('conference', conferences, language)} />
      <h1>{t('title')}</h1>
      <p className="measure">{t('intro')}</p>
      <CalendarLink />
      <ol className="plain-list sessions" reversed>
        {conferences.map((conference) => (
          <li key={conference.reference} className="session">
            <h2>
              <WordsLink
                to={subjectPage('conference', conference.reference)}
                text={conference.name}
              />
            </h2>
            <p className="quiet">
              <DateText date={conference.heldOn} /> · <Words text={conference.place} />
            </p>
            <Announcements conference={conference} most={most} />
          </li>
        ))}
      </ol>
      <DownloadLine of="list" table="conferences" at={at} />
    </PublicPage>
  )
})
