import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/components/site/public-page'
import { WordsLink } from '@/components/site/words'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { Described } from '@/features/outlets/structured-data/components/described'
import { listThings } from '@/features/outlets/structured-data/wording/register'
import { cityName } from '@/features/register/cities/model'
import { listCities } from '@/features/register/cities/queries'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { listOrganisations } from '@/features/register/organisations/queries'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { describedBy } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

export const generateMetadata = describedAtItsMoment(describedBy('organisations', '/organisations'))

export default atItsMoment(async function OrganisationsPage({ at }) {
  const [language, t] = [await getLocale(), await getTranslations('organisations')]
  const [organisations, cities] = [await listOrganisations(), await listCities()]
  return (
    <PublicPage here="/organisations" revisedOn={await lastRevisedAt()} trail={[]}>
      <Described things={listThings('organisation', organisations, language)} />
      <h1>{t('title')}</h1>
      <p className="lead">{t('description')}</p>
      <div className="columns">
        {cities.map((city) => (
          <section key={city.code} aria-labelledby={city.code}>
            <h2 id={city.code}>{t('side', { city: cityName(city, language) })}</h2>
            <ul className="rows">
              {organisations
                .filter((organisation) => organisation.side === city.code)
                .map(({ slug, name, documents }) => (
                  <li key={slug}>
                    <WordsLink to={subjectPage('organisation', slug)} text={name} />{' '}
                    <span className="quiet">{t('documentCount', { count: documents })}</span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      <DownloadLine of="list" table="organisations" at={at} />
    </PublicPage>
  )
})
