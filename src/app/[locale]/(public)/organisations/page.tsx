import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/components/site/public-page'
import { Words } from '@/components/site/words'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { Described } from '@/features/outlets/structured-data/components/described'
import { listThings } from '@/features/outlets/structured-data/wording/register'
import { cityName } from '@/features/register/cities/model'
import { listCities } from '@/features/register/cities/queries'
import { headRevision } from '@/features/register/log/queries/revisions'
import { listOrganisations } from '@/features/register/organisations/queries'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

type Props = { searchParams: Promise<{ at?: string | string[] }> }

export const generateMetadata = describedAtItsMoment(async (): Promise<Metadata> => {
  const [language, t] = [await getLocale(), await getTranslations('organisations')]
  return pageMetadata({
    language,
    here: '/organisations',
    title: t('title'),
    description: t('description'),
  })
})

export default atItsMoment(async function OrganisationsPage({ searchParams }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('organisations')]
  const [organisations, cities, head] = [
    await listOrganisations(),
    await listCities(),
    await headRevision(),
  ]
  return (
    <PublicPage here="/organisations" revisedOn={head?.recordedAt ?? null} trail={[]}>
      <Described
        things={listThings(
          '/organisations',
          organisations.map(({ slug, name }) => ({
            page: subjectPage('organisation', slug),
            name,
          })),
          language,
        )}
      />
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
                    <a href={hrefTo(language, subjectPage('organisation', slug))}>
                      <Words text={name} />
                    </a>{' '}
                    <span className="quiet">{t('documentCount', { count: documents })}</span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      <DownloadLine of="list" table="organisations" at={(await searchParams).at} />
    </PublicPage>
  )
})
