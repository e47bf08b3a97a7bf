import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/components/site/public-page'
import { WordsLink } from '@/components/site/words'
import { feedOfPage } from '@/features/outlets/feeds/wording/page-feed'
import { Described } from '@/features/outlets/structured-data/components/described'
import { registerThings } from '@/features/outlets/structured-data/wording/register'
import { OtherReckonings } from '@/features/register/conferences/components/other-reckonings'
import { ReckoningTotal } from '@/features/register/conferences/components/reckoning-total'
import { listConferences } from '@/features/register/conferences/queries/conferences'
import { Timeline } from '@/features/register/developments/components/timeline'
import { listDevelopments } from '@/features/register/developments/queries'
import { FieldRow } from '@/features/register/fields/components/field-row'
import { listFields } from '@/features/register/fields/queries'
import { LatestChanges } from '@/features/register/history/components/latest-changes'
import { SinceForm } from '@/features/register/history/components/since-form'
import { lastRevisedAt, latestRevisions } from '@/features/register/log/queries/revisions'
import { countStates } from '@/features/register/projects/queries/count-states'
import { countProjectsNotItemised } from '@/features/register/projects/queries/not-itemised'
import { StateBar } from '@/features/register/states/components/state-bar'
import { NotItemised } from '@/features/register/subjects/components/not-itemised'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from './at-its-moment'

const here = '/'

export const generateMetadata = describedAtItsMoment(async (): Promise<Metadata> => {
  const [language, t] = [await getLocale(), await getTranslations('home')]
  const said = pageMetadata({
    language,
    here,
    title: t('title'),
    description: t('description'),
    feed: feedOfPage(language, { of: 'changes', query: {} }, t('changesHeading')),
  })
  // The site's name is the page's own here, and stands once.
  return { ...said, title: { absolute: t('title') } }
})

export default atItsMoment(async function HomePage() {
  const [language, t] = [await getLocale(), await getTranslations('home')]
  const [conferences, revisedOn] = [await listConferences(), await lastRevisedAt()]
  const conference = conferences.find(({ announced }) => announced.projects.number !== null)
  const fields = conference ? await listFields(conference.reference) : []
  const latest = await latestRevisions(8)
  const query = conference ? { conference: conference.reference } : {}
  return (
    <PublicPage here={here} revisedOn={revisedOn} trail={[]}>
      <Described things={registerThings(language, revisedOn)} />
      <h1>{t('title')}</h1>
      <p className="lead">{t('intro')}</p>
      {conference && (
        <>
          <section>
            <h2>{t('announcedHeading')}</h2>
            <p>
              <WordsLink
                to={subjectPage('conference', conference.reference)}
                text={conference.name}
              />
            </p>
            <div className="totals">
              <ReckoningTotal
                conference={conference}
                kind="projects"
                href={hrefTo(language, { pathname: '/projects', query })}
              />
              <ReckoningTotal
                conference={conference}
                kind="documents"
                href={hrefTo(language, { pathname: '/documents', query })}
              />
            </div>
            <p className="quiet">{t('why')}</p>
            <OtherReckonings
              conferences={conferences.filter(
                (one) => one !== conference && one.itemised.projects + one.slots.projects > 0,
              )}
            />
          </section>
          <section>
            <h2>{t('statesHeading')}</h2>
            <StateBar counts={await countStates(conference.reference)} />
            <p className="quiet">{t('statesNote')}</p>
          </section>
        </>
      )}
      {fields.length > 0 && (
        <section>
          <h2>{t('fieldsHeading')}</h2>
          <p className="quiet">{t('fieldsNote')}</p>
          <ol className="rows">
            {fields.map((field) => (
              <FieldRow key={field.reference} field={field} />
            ))}
          </ol>
          <NotItemised
            of="projects"
            count={await countProjectsNotItemised({ ...query, itemised: 'yes' })}
          />
        </section>
      )}
      <div className="columns">
        <section>
          <h2>{t('changesHeading')}</h2>
          <LatestChanges latest={latest} />
          <p>{t('sinceLead')}</p>
          <SinceForm day={null} />
          <p>
            <a className="standing" href={hrefTo(language, '/changes')}>
              {t('allChanges')}
            </a>
          </p>
        </section>
        <section>
          <h2>{t('developmentsHeading')}</h2>
          <Timeline developments={await listDevelopments({ limit: 5 })} />
          <p>
            <a className="standing" href={hrefTo(language, '/developments')}>
              {t('allDevelopments')}
            </a>
          </p>
        </section>
      </div>
    </PublicPage>
  )
})
