import { getLocale, getTranslations } from 'next-intl/server'
import { foundAndDescribed, foundAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { LoggedRevision } from '@/app/[locale]/(public)/logged-revision'
import { PublicPage } from '@/components/site/public-page'
import { Words } from '@/components/site/words'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { Follow } from '@/features/outlets/feeds/components/follow'
import { feedOfPage } from '@/features/outlets/feeds/wording/page-feed'
import { Described } from '@/features/outlets/structured-data/components/described'
import { partyThings } from '@/features/outlets/structured-data/wording/subjects'
import { cityName } from '@/features/register/cities/model'
import { DocumentRows } from '@/features/register/documents/components/document-rows'
import { countDocumentsNotItemised } from '@/features/register/documents/queries/not-itemised'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { findOrganisation } from '@/features/register/organisations/queries'
import { NotItemised } from '@/features/register/subjects/components/not-itemised'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { NamesHeld } from '@/features/register/texts/components/names-held'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'

const organisationFinding = { kind: 'organisation', find: findOrganisation } as const

export const generateMetadata = foundAndDescribed(
  organisationFinding,
  async ({ slug, name }, language) => {
    const [t, title] = [
      await getTranslations('organisations'),
      pickText(name, language)?.body ?? slug,
    ]
    return {
      here: subjectPage('organisation', slug),
      title,
      feed: feedOfPage(language, { of: 'organisations', reference: slug }, title),
      description: t('organisationDescription', { name: title }),
    }
  },
)

export default foundAtItsMoment(
  organisationFinding,
  async function OrganisationPage(organisation, at) {
    const [language, t] = [await getLocale(), await getTranslations('organisations')]
    const { slug, name, documents } = organisation
    return (
      <PublicPage
        here={subjectPage('organisation', slug)}
        revisedOn={await lastRevisedAt()}
        trail={[{ label: t('title'), href: hrefTo(language, '/organisations') }]}
      >
        <Described things={partyThings('organisation', organisation, language)} />
        <p className="eyebrow">{t('side', { city: cityName(organisation.city, language) })}</p>
        <h1>
          <Words text={name} />
        </h1>
        <h2>{t('names')}</h2>
        <NamesHeld name={name} />
        <h2>{t('documentsSigned', { count: documents.length })}</h2>
        {documents.length === 0 ? <p>{t('noDocuments')}</p> : <DocumentRows items={documents} />}
        <NotItemised of="documents" count={await countDocumentsNotItemised({ party: slug })} />
        <DownloadLine of="item" table="organisations" query={{ reference: slug }} at={at} />
        <Follow scope={{ of: 'organisations', reference: slug }} />
        <LoggedRevision kind="organisation" reference={slug} />
      </PublicPage>
    )
  },
)
