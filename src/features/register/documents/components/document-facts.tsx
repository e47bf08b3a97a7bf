import { getLocale, getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { DateText } from '@/components/site/date-text'
import { Words, WordsLink } from '@/components/site/words'
import { type City, cityName } from '@/features/register/cities/model'
import { subjectPage } from '@/features/register/subjects/model/pages'
import type { ShownDocument } from '../model'

/** What is known of a document, fact by fact; what is not known is said. */
export async function DocumentFacts({ document }: { document: ShownDocument }) {
  const [t, sources] = [await getTranslations('documents'), await getTranslations('sources')]
  return (
    <dl className="facts">
      <dt>{t('facts.reference')}</dt>
      <dd className="reference">{document.reference}</dd>
      <dt>{t('facts.conference')}</dt>
      <dd>
        {document.conference ? (
          <WordsLink
            to={subjectPage('conference', document.conference)}
            text={document.conferenceName}
          />
        ) : (
          t('outside')
        )}
      </dd>
      <dt>{t('facts.kind')}</dt>
      <dd>{document.kind ? t(`kinds.${document.kind}`) : t('notKnown')}</dd>
      <Parties document={document} />
      <dt>{t('facts.signatories')}</dt>
      <dd>
        {document.signatories.length === 0
          ? t('signatoriesUnknown')
          : document.signatories.map(({ slug, name }, index) => (
              <span key={slug}>
                {index > 0 && t('comma')}
                <WordsLink to={subjectPage('person', slug)} text={name} />
              </span>
            ))}
      </dd>
      <dt>{t('facts.signed')}</dt>
      <dd>
        {document.signedOn ? (
          <>
            <DateText date={document.signedOn} />
            {Object.keys(document.place).length > 0 && (
              <>
                {sources('separator')}
                <Words text={document.place} />
              </>
            )}
          </>
        ) : (
          t('notKnown')
        )}
      </dd>
      <dt>{t('facts.counted')}</dt>
      <dd>
        <strong>{t(`counted.${document.counted}.label`)}</strong> {countedMeaning(document, t)}
      </dd>
      <dt>{t('facts.fullText')}</dt>
      <dd>{t(`fullText.${document.fullTextPublished}`)}</dd>
    </dl>
  )
}

type Translate = Awaited<ReturnType<typeof getTranslations<'documents'>>>

/** What its place in the announced total means; where no source states that number, only its label says it. */
function countedMeaning({ itemised, conference, counted, announced }: ShownDocument, t: Translate) {
  if (!itemised) return t('slotCounted')
  if (!conference) return t('outsideCounted')
  return announced === null ? null : t(`counted.${counted}.meaning`, { number: announced })
}

async function Parties({ document }: { document: ShownDocument }) {
  const [language, t, organisations] = [
    await getLocale(),
    await getTranslations('documents'),
    await getTranslations('organisations'),
  ]
  if (document.parties.length === 0) {
    return (
      <>
        <dt>{t('facts.parties')}</dt>
        <dd>{t('partiesUnknown')}</dd>
      </>
    )
  }
  return citiesOf(document).map((city) => {
    const parties = document.parties.filter((party) => party.side === city.code)
    return (
      parties.length > 0 && (
        <Fragment key={city.code}>
          <dt>{organisations('side', { city: cityName(city, language) })}</dt>
          <dd>
            {parties.map(({ slug, name, role }) => (
              <div key={slug}>
                <WordsLink to={subjectPage('organisation', slug)} text={name} />
                {role === 'witness' && t('witness')}
              </div>
            ))}
          </dd>
        </Fragment>
      )
    )
  })
}

/** The cities of the parties: the sides of the conference first, in their order. */
function citiesOf({ sides, parties }: ShownDocument): City[] {
  const all = [...sides, ...parties.map(({ city }) => city)]
  return [...new Map(all.map((city) => [city.code, city])).values()]
}
