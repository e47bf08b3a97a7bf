import { getLocale, getTranslations } from 'next-intl/server'
import { InLanguage, WithinLanguage } from '@/components/site/in-language'
import { Words } from '@/components/site/words'
import { type City, cityName } from '@/features/register/cities/model'
import { ExactQuote } from '@/features/register/sources/components/exact-quote'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { DescriptiveMark } from '@/features/register/texts/components/title'
import { hrefTo } from '@/i18n/navigation'
import {
  type Resting,
  type RestingCitation,
  type RestingKind,
  restingKinds,
  type SourceWithResting,
} from '../model'

type Props = {
  source: SourceWithResting
  /** Every city of the register. */
  cities: readonly City[]
}

/** Everything that rests on a source, kind by kind, with what of it does and the words that are quoted. */
export async function RestingList({ source, cities }: Props) {
  const t = await getTranslations('sources')
  if (source.resting.length === 0) return <p>{t('nothingRests')}</p>
  return restingKinds.map((kind) => {
    const ofKind = source.resting.filter((one) => one.kind === kind)
    if (ofKind.length === 0) return null
    return (
      <section key={kind} aria-labelledby={`resting-${kind}`}>
        <h3 id={`resting-${kind}`}>{t(`counts.${kind}`, { count: ofKind.length })}</h3>
        <ul className="rows">
          {ofKind.map((resting) => (
            <li key={resting.reference}>
              <Subject resting={resting} />
              <dl className="facts">
                {groupsOf(kind, resting.citations).map(({ key, first, citations }) => (
                  <div key={key} style={{ display: 'contents' }}>
                    <dt>
                      <BasisWords kind={kind} citation={first} cities={cities} />
                    </dt>
                    <dd>
                      <Quotes citations={citations} source={source} />
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

async function Subject({ resting: { kind, reference, title } }: { resting: Resting }) {
  const language = await getLocale()
  const isItem = kind === 'project' || kind === 'document'
  return (
    <p className="row-title">
      <a href={hrefTo(language, subjectPage(kind, reference))}>
        {kind !== 'conference' && <span className="reference">{reference} </span>}
        <Words text={title} />
      </a>
      {isItem && <DescriptiveMark text={title} />}
    </p>
  )
}

/** Citations that are of the same basis, in their order. */
function groupsOf(kind: RestingKind, citations: readonly RestingCitation[]) {
  const groups: { key: string; first: RestingCitation; citations: RestingCitation[] }[] = []
  for (const citation of citations) {
    const key = [kind, citation.basis, citation.announced, citation.side].join(' ')
    const group = groups.find((one) => one.key === key)
    if (group) group.citations.push(citation)
    else groups.push({ key, first: citation, citations: [citation] })
  }
  return groups
}

async function BasisWords({
  kind,
  citation: { basis, announced, side },
  cities,
}: {
  kind: RestingKind
  citation: RestingCitation
  cities: readonly City[]
}) {
  const [language, t] = [await getLocale(), await getTranslations('sources.bases')]
  if (basis === 'statement') return t('statement')
  if (basis === 'view') {
    const city = cities.find(({ code }) => code === side)
    return t('view', { city: city ? cityName(city, language) : String(side) })
  }
  if (kind !== 'conference') return t(kind)
  switch (announced) {
    case 'fields':
      return t('announcedFields')
    case 'projects':
      return t('announcedProjects')
    default:
      return t('announcedDocuments')
  }
}

/** What is quoted and where it stands; of a citation without either, that the source as a whole is cited. */
async function Quotes({
  citations,
  source: { language },
}: {
  citations: readonly RestingCitation[]
  source: SourceWithResting
}) {
  const t = await getTranslations('sources')
  return (
    <ul className="plain-list">
      {citations.map(({ quote, locator }) => (
        <li key={`${quote ?? ''} ${locator ?? ''}`}>
          {quote && (
            <ExactQuote quote={quote} language={language}>
              <WithinLanguage text={quote} language={language} />
            </ExactQuote>
          )}
          {locator && (
            <span className="quiet">
              {' '}
              {t('locator')} <InLanguage text={locator} language={language} />
            </span>
          )}
          {!quote && !locator && <span className="quiet">{t('asAWhole')}</span>}
        </li>
      ))}
    </ul>
  )
}
