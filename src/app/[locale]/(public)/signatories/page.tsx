import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/components/site/public-page'
import { Words } from '@/components/site/words'
import { Described } from '@/features/outlets/structured-data/components/described'
import { listThings } from '@/features/outlets/structured-data/wording/register'
import { headRevision } from '@/features/register/log/queries/revisions'
import { byName } from '@/features/register/persons/model'
import { listPersons } from '@/features/register/persons/queries'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

const here = '/signatories'

export const generateMetadata = describedAtItsMoment(async (): Promise<Metadata> => {
  const [language, t] = [await getLocale(), await getTranslations('persons')]
  return pageMetadata({ language, here, title: t('title'), description: t('description') })
})

export default atItsMoment(async function SignatoriesPage() {
  const [language, t] = [await getLocale(), await getTranslations('persons')]
  const [persons, head] = [byName(await listPersons(), language), await headRevision()]
  const rows = persons.map(({ slug, name }) => ({ page: subjectPage('person', slug), name }))
  return (
    <PublicPage here={here} revisedOn={head?.recordedAt ?? null} trail={[]}>
      <Described things={listThings(here, rows, language)} />
      <h1>{t('title')}</h1>
      <p className="lead">{t('description')}</p>
      {persons.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul className="rows">
          {persons.map(({ slug, name, documents, chaired }) => (
            <li key={slug} className="row">
              <p className="row-title">
                <a href={hrefTo(language, subjectPage('person', slug))}>
                  <Words text={name} />
                </a>
              </p>
              <div className="row-facts">
                <span>{t('documentCount', { count: documents })}</span>
                {chaired > 0 && <span>{t('chairedCount', { count: chaired })}</span>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </PublicPage>
  )
})
