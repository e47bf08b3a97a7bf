import { getLocale, getTranslations } from 'next-intl/server'
import { foundAndDescribed, foundAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { LoggedRevision } from '@/app/[locale]/(public)/logged-revision'
import { Separator } from '@/components/site/aside'
import { DateText } from '@/components/site/date-text'
import { PublicPage } from '@/components/site/public-page'
import { Words, WordsLink } from '@/components/site/words'
import { Described } from '@/features/outlets/structured-data/components/described'
import { partyThings } from '@/features/outlets/structured-data/wording/subjects'
import { cityName } from '@/features/register/cities/model'
import { DocumentRows } from '@/features/register/documents/components/document-rows'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { findPerson } from '@/features/register/persons/queries'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { NamesHeld } from '@/features/register/texts/components/names-held'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'

const personFinding = { kind: 'person', find: findPerson } as const

export const generateMetadata = foundAndDescribed(
  personFinding,
  async ({ slug, name }, language) => {
    const [t, title] = [await getTranslations('persons'), pickText(name, language)?.body ?? slug]
    return {
      here: subjectPage('person', slug),
      title,
      description: t('personDescription', { name: title }),
    }
  },
)

export default foundAtItsMoment(personFinding, async function SignatoryPage(person) {
  const [language, t, sides] = [
    await getLocale(),
    await getTranslations('persons'),
    await getTranslations('organisations'),
  ]
  const { slug, name, documents, chaired } = person
  return (
    <PublicPage
      here={subjectPage('person', slug)}
      revisedOn={await lastRevisedAt()}
      trail={[{ label: t('title'), href: hrefTo(language, '/signatories') }]}
    >
      <Described things={partyThings('person', person, language)} />
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
                  <WordsLink
                    to={subjectPage('conference', conference.reference)}
                    text={conference.name}
                  />
                </p>
                <div className="row-facts">
                  <DateText date={conference.heldOn} />
                  <Separator />
                  <span>{sides('side', { city: cityName(conference.city, language) })}</span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <LoggedRevision kind="person" reference={slug} />
    </PublicPage>
  )
})
