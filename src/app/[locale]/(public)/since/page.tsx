import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/components/site/public-page'
import { Timeline } from '@/features/register/developments/components/timeline'
import { listDevelopmentPage } from '@/features/register/developments/queries'
import { ChangeList } from '@/features/register/history/components/change-list'
import { SinceForm } from '@/features/register/history/components/since-form'
import { dayParameter } from '@/features/register/history/input'
import { listChanges } from '@/features/register/history/queries/list-changes'
import { readNamed } from '@/features/register/history/queries/named'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { ProjectRow } from '@/features/register/projects/components/project-row'
import { listProjectsSince } from '@/features/register/projects/queries/list-projects'
import { formatDay, hongKongDay } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'
import type { AddressQuery } from '@/i18n/parameter'
import { now } from '@/server/clock'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

/** The most of each that the page shows; the rest is a link away. */
const most = 20

/** The day that the address asks for; null where none is, or none that has come. */
function dayIn({ day }: AddressQuery): string | null {
  const read = dayParameter.safeParse(Array.isArray(day) ? day[0] : day)
  return read.success && read.data <= hongKongDay(now()) ? read.data : null
}

export const generateMetadata = describedAtItsMoment(async (query): Promise<Metadata> => {
  const [language, t] = [await getLocale(), await getTranslations('revisions.since')]
  const day = dayIn(query)
  return pageMetadata({
    language,
    here: { pathname: '/since', query: day ? { day } : {} },
    title: day ? t('titleOf', { day: formatDay(day, language) }) : t('title'),
    description: t('description'),
  })
})

export default atItsMoment(async function SincePage(query) {
  const [language, t] = [await getLocale(), await getTranslations('revisions.since')]
  const day = dayIn(query)
  return (
    <PublicPage
      here={{ pathname: '/since', query: day ? { day } : {} }}
      revisedOn={await lastRevisedAt()}
      trail={[]}
    >
      <h1>{day ? t('titleOf', { day: formatDay(day, language) }) : t('title')}</h1>
      <p className="lead">{t('description')}</p>
      {query.day !== undefined && day === null && <p className="notice">{t('wrong')}</p>}
      <SinceForm day={day} />
      {day && <SinceDay day={day} />}
    </PublicPage>
  )
})

async function SinceDay({ day }: { day: string }) {
  const [language, t] = [await getLocale(), await getTranslations('revisions.since')]
  const { developments, total } = await listDevelopmentPage({ since: day }, most)
  const projects = await listProjectsSince(day)
  const published = await listChanges({ since: day }, most)
  return (
    <>
      <section>
        <h2>{t('events')}</h2>
        <p className="quiet">{t('eventsNote')}</p>
        {total === 0 ? <p>{t('noEvents')}</p> : <Timeline developments={developments} />}
        {total > developments.length && (
          <p>
            <a
              className="standing"
              href={hrefTo(language, { pathname: '/developments', query: { since: day } })}
            >
              {t('allEvents', { count: total })}
            </a>
          </p>
        )}
      </section>
      {projects.length > 0 && (
        <section>
          <h2>{t('states')}</h2>
          <p className="quiet">{t('statesNote')}</p>
          <ul className="rows">
            {projects.map((project) => (
              <ProjectRow key={project.reference} project={project} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('published')}</h2>
        <p className="quiet">{t('publishedNote')}</p>
        {published.total === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <ChangeList changes={published.changes} names={await readNamed(published.changes)} />
        )}
        {published.total > published.changes.length && (
          <p>
            <a
              className="standing"
              href={hrefTo(language, { pathname: '/changes', query: { since: day } })}
            >
              {t('allPublished', { count: published.total })}
            </a>
          </p>
        )}
      </section>
    </>
  )
}
