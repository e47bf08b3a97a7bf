import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { PublicPage } from '@/components/site/public-page'
import { Words } from '@/components/site/words'
import { CalendarLink } from '@/features/outlets/calendar/components/calendar-link'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { Described } from '@/features/outlets/structured-data/components/described'
import { listThings } from '@/features/outlets/structured-data/wording/register'
import { Announced, AnnouncedBar } from '@/features/register/conferences/components/announced'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import { listConferences } from '@/features/register/conferences/queries/conferences'
import { headRevision } from '@/features/register/log/queries/revisions'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

const here = '/conferences'

type Props = { searchParams: Promise<{ at?: string | string[] }> }

export const generateMetadata = describedAtItsMoment(async (): Promise<Metadata> => {
  const [language, t] = [await getLocale(), await getTranslations('conferences')]
  return pageMetadata({ language, here, title: t('title'), description: t('description') })
})

export default atItsMoment(async function ConferencesPage({ searchParams }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('conferences')]
  const [conferences, head] = await Promise.all([listConferences(), headRevision()])
  const most = Math.max(
    ...conferences.flatMap(({ announced }) =>
      announcementKinds.map((kind) => announced[kind].number ?? 0),
    ),
  )
  return (
    <PublicPage here={here} revisedOn={head?.recordedAt ?? null} trail={[]}>
      <Described
        things={listThings(
          '/conferences',
          conferences.map(({ reference, name }) => ({
            page: subjectPage('conference', reference),
            name,
          })),
          language,
        )}
      />
      <h1>{t('title')}</h1>
      <p className="measure">{t('intro')}</p>
      <CalendarLink />
      <ol className="plain-list sessions" reversed>
        {conferences.map((conference) => (
          <li key={conference.reference} className="session">
            <h2>
              <a href={hrefTo(language, subjectPage('conference', conference.reference))}>
                <Words text={conference.name} />
              </a>
            </h2>
            <p className="quiet">
              <DateText date={conference.heldOn} /> · <Words text={conference.place} />
            </p>
            <dl className="announcements">
              {announcementKinds.map((kind) => (
                <div key={kind}>
                  <dt>{t(kind)}</dt>
                  <dd>
                    <Announced conference={conference} kind={kind} />
                    <AnnouncedBar conference={conference} kind={kind} most={most} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
      <DownloadLine of="list" table="conferences" at={(await searchParams).at} />
    </PublicPage>
  )
})
