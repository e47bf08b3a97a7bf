import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { atItsMoment, describedAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { PublicPage } from '@/components/site/public-page'
import { Words } from '@/components/site/words'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { Follow } from '@/features/outlets/feeds/components/follow'
import { feedOfPage } from '@/features/outlets/feeds/wording/page-feed'
import { Described } from '@/features/outlets/structured-data/components/described'
import { organisationThings } from '@/features/outlets/structured-data/wording/subjects'
import { cityName } from '@/features/register/cities/model'
import { DocumentRows } from '@/features/register/documents/components/document-rows'
import { headRevision } from '@/features/register/log/queries/revisions'
import { findOrganisation } from '@/features/register/organisations/queries'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { NamesHeld } from '@/features/register/texts/components/names-held'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ at?: string | string[] }>
}

export const generateMetadata = describedAtItsMoment(
  async ({ params }: Props): Promise<Metadata> => {
    const [language, t] = [await getLocale(), await getTranslations('organisations')]
    const organisation = await findOrganisation((await params).slug)
    if (!organisation) return {}
    const name = pickText(organisation.name, language)?.body ?? organisation.slug
    return pageMetadata({
      language,
      here: subjectPage('organisation', organisation.slug),
      title: name,
      feed: feedOfPage(language, { of: 'organisations', reference: organisation.slug }, name),
      description: t('organisationDescription', { name }),
    })
  },
)

export default atItsMoment(async function OrganisationPage({ params, searchParams }: Props) {
  const organisation = await findOrganisation((await params).slug)
  if (!organisation) notFound()
  const [language, t] = [await getLocale(), await getTranslations('organisations')]
  const { slug, name, documents } = organisation
  const head = await headRevision()
  return (
    <PublicPage
      here={subjectPage('organisation', slug)}
      revisedOn={head?.recordedAt ?? null}
      trail={[{ label: t('title'), href: hrefTo(language, '/organisations') }]}
    >
      <Described things={organisationThings(organisation, language)} />
      <p className="eyebrow">{t('side', { city: cityName(organisation.city, language) })}</p>
      <h1>
        <Words text={name} />
      </h1>
      <h2>{t('names')}</h2>
      <NamesHeld name={name} />
      <h2>{t('documentsSigned', { count: documents.length })}</h2>
      {documents.length === 0 ? <p>{t('noDocuments')}</p> : <DocumentRows items={documents} />}
      <DownloadLine
        of="item"
        table="organisations"
        query={{ reference: slug }}
        at={(await searchParams).at}
      />
      <Follow scope={{ of: 'organisations', reference: slug }} />
    </PublicPage>
  )
})
