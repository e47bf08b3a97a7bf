import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { atItsMoment, describedAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { DateText } from '@/components/site/date-text'
import { PublicPage } from '@/components/site/public-page'
import { Words } from '@/components/site/words'
import { Described } from '@/features/outlets/structured-data/components/described'
import { personThings } from '@/features/outlets/structured-data/wording/subjects'
import { cityName } from '@/features/register/cities/model'
import { DocumentRows } from '@/features/register/documents/components/document-rows'
import { headRevision } from '@/features/register/log/queries/revisions'
import { findPerson } from '@/features/register/persons/queries'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { NamesHeld } from '@/features/register/texts/components/names-held'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'

type Props = { params: Promise<{ slug: string }> }

export const generateMetadata = describedAtItsMoment(
  async ({ params }: Props): Promise<Metadata> => {
    const [language, t] = [await getLocale(), await getTranslations('persons')]
    const person = await findPerson((await params).slug)
    if (!person) return {}
    const name = pickText(person.name, language)?.body ?? person.slug
    return pageMetadata({
      language,
      here: subjectPage('person', person.slug),
      title: name,
      description: t('personDescription', { name }),
    })
  },
)

export default atItsMoment(async function SignatoryPage({ params }: Props) {
  const person = await findPerson((await params).slug)
  if (!person) notFound()
  const [language, t, sides] = [
    await getLocale(),
    await getTranslations('persons'),
    await getTranslations('organisations'),
  ]
  const { slug, name, documents, chaired } = person
  const head = await headRevision()
  return (
    <PublicPage
      here={subjectPage('person', slug)}
      revisedOn={head?.recordedAt ?? null}
      trail={[{ label: t('title'), href: hrefTo(language, '/signatories') }]}
    >
      <Described things={personThings(person, language)} />
      <h1>
        <Words text={name} />
      </h1>
      <h2>{t('names')}</h2>
      <NamesHeld name={name} />
      <h2>{t('documentsSigned', { count: documents.length })}</h2>
      {documents.length === 0 ? <p>{t('noDocuments')}</p> : <DocumentRows items={documents} />}
      {chaired.length > 0 && (
        <>
          <h2>{t('conferencesChaired', { count: chaired.length })}</h2>
          <ul className="rows">
            {chaired.map((conference) => (
              <li key={conference.reference} className="row">
                <p className="row-title">
                  <a href={hrefTo(language, subjectPage('conference', conference.reference))}>
                    <Words text={conference.name} />
                  </a>
                </p>
                <div className="row-facts">
                  <DateText date={conference.heldOn} />
                  <span>{sides('side', { city: cityName(conference.city, language) })}</span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </PublicPage>
  )
})
