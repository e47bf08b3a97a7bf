import { getLocale, getTranslations } from 'next-intl/server'
import { FoldedSlots } from '@/components/site/folded-slots'
import { InLanguage, WithinLanguage } from '@/components/site/in-language'
import { Words } from '@/components/site/words'
import { type City, cityName } from '@/features/register/cities/model'
import { ExactQuote } from '@/features/register/sources/components/exact-quote'
import { revisionPage, subjectPage } from '@/features/register/subjects/model/pages'
import { DescriptiveMark } from '@/features/register/texts/components/title'
import type { Language } from '@/i18n/language'
import { hrefTo } from '@/i18n/navigation'
import {
  type CitedInHistory,
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

/** Everything that rests on a source, kind by kind, with what of it does and the words that are quoted; placeholder entries last, folded. */
export async function RestingList({ source, cities }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('sources')]
  const { resting, restingCounts } = source
  const slots = resting.filter(({ itemised }) => !itemised)
  return (
    <>
      {resting.length === 0 && <p>{t('nothingRests')}</p>}
      {restingKinds.map((kind) => {
        const ofKind = resting.filter((one) => one.kind === kind && one.itemised)
        if (ofKind.length === 0) return null
        return (
          <section key={kind} aria-labelledby={`resting-${kind}`}>
            <h3 id={`resting-${kind}`}>{t(`counts.${kind}`, { count: ofKind.length })}</h3>
            <ul className="rows">
              {ofKind.map((one) => (
                <li key={one.reference}>
                  <Subject resting={one} />
                  <CitedFor resting={one} cities={cities} language={source.language} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <FoldedSlots
        summary={t('counts.slot', { count: restingCounts.slot })}
        meaning={t('slotMeaning')}
        slots={slots.map(({ kind, reference }) => ({
          reference,
          href: hrefTo(language, subjectPage(kind, reference)),
        }))}
      >
        <ul className="plain-list">
          {distinct(slots.flatMap(({ citations }) => citations)).map((citation) => (
            <li key={placeOf(citation)}>
              <Place citation={citation} language={source.language} />
            </li>
          ))}
        </ul>
      </FoldedSlots>
      <InHistory cited={source.inHistory} />
    </>
  )
}

/** The revisions that cite the source and are current no longer, or cite it for the change alone; nothing without any. */
async function InHistory({ cited }: { cited: readonly CitedInHistory[] }) {
  const [language, t] = [await getLocale(), await getTranslations('sources')]
  const revisions = await getTranslations('revisions')
  if (cited.length === 0) return null
  return (
    <section aria-labelledby="in-history">
      <h3 id="in-history">{t('inHistory')}</h3>
      <p className="quiet">{t('inHistoryMeaning')}</p>
      <ul className="plain-list">
        {cited.map(({ kind, reference, revision }) => {
          const page = revisionPage(kind, reference, revision)
          const words = `${revisions(`kinds.${kind}`)} ${reference} · ${revisions('heading', { number: String(revision) })}`
          return (
            <li key={`${kind} ${reference}`}>
              {page ? <a href={hrefTo(language, page)}>{words}</a> : words}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function placeOf({ quote, locator }: RestingCitation): string {
  return `${quote ?? ''} ${locator ?? ''}`
}

/** Of citations of one place the first. */
function distinct(citations: readonly RestingCitation[]): RestingCitation[] {
  return [...new Map(citations.toReversed().map((one) => [placeOf(one), one])).values()].reverse()
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

/** For what something cites the source, and where in it. */
async function CitedFor({
  resting: { kind, citations },
  cities,
  language,
}: {
  resting: Resting
  cities: readonly City[]
  /** The language of the source. */
  language: Language
}) {
  const [page, t] = [await getLocale(), await getTranslations('sources')]
  const labelOf = ({ basis, announced, side }: RestingCitation) => {
    if (announced) return t(`bases.announced.${announced}`)
    if (basis === 'statement') return t('bases.statement')
    const city = cities.find(({ code }) => code === side)
    if (city) return t('bases.view', { city: cityName(city, page) })
    // A session has citations of its numbers alone.
    return t(`bases.${kind as Exclude<RestingKind, 'conference'>}`)
  }
  return (
    <ul className="plain-list">
      {citations.map((citation) => (
        <li key={`${labelOf(citation)} ${placeOf(citation)}`}>
          <span className="quiet">{t('labelled', { label: labelOf(citation) })}</span>
          <Place citation={citation} language={language} />
        </li>
      ))}
    </ul>
  )
}

/** The words that are quoted, or the place in the source; of a citation without either, that the whole of it is cited. */
async function Place({
  citation: { quote, locator },
  language,
}: {
  citation: RestingCitation
  language: Language
}) {
  const t = await getTranslations('sources')
  return (
    <>
      {quote && (
        <ExactQuote quote={quote} language={language}>
          <WithinLanguage text={quote} language={language} />
        </ExactQuote>
      )}
      {quote && locator && ' '}
      {locator && (
        <span className="quiet">
          {t('locator')} <InLanguage text={locator} language={language} />
        </span>
      )}
      {!quote && !locator && <span className="quiet">{t('asAWhole')}</span>}
    </>
  )
}
