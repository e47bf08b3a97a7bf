import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { InLanguage, WithinLanguage } from '@/components/site/in-language'
import { Words } from '@/components/site/words'
import type { Language } from '@/i18n/language'
import { pickText } from '@/i18n/localized-text'
import type { ShownCitation, ShownSource } from '../model'
import { ExactQuote } from './exact-quote'
import { PublisherName } from './publisher-name'
import { RestingLink } from './resting-link'
import { SourceLink } from './source-link'

/**
 * The citations of a statement, in its order: the exact quote in its own language, then where it was
 * published. Unknown facts about a source are stated, never left out. Renders nothing without citations.
 * @param isProposed whether the sources are not in the register yet, and so have no page.
 */
export async function Citations({
  citations,
  isProposed = false,
}: {
  citations: readonly ShownCitation[]
  isProposed?: boolean
}) {
  if (citations.length === 0) return null
  const language = await getLocale()
  return (
    <ul className="citations">
      {citations.map((citation) => (
        <li
          key={`${citation.source.slug} ${citation.quote ?? ''} ${citation.locator ?? ''}`}
          className="citation"
        >
          <Quote citation={citation} page={language} />
          <SourceLine source={citation.source} page={language} isProposed={isProposed} />
        </li>
      ))}
    </ul>
  )
}

async function Quote({ citation, page }: { citation: ShownCitation; page: Language }) {
  const [t, texts] = [await getTranslations('sources'), await getTranslations('texts')]
  const { quote, locator, source } = citation
  const isForeign = source.language !== page
  // The number of a page or paragraph has no language.
  const isInWords = /\p{L}/u.test(locator ?? '')
  return (
    <>
      {quote && (
        <p>
          <ExactQuote quote={quote} language={source.language}>
            <WithinLanguage text={quote} language={source.language} />
          </ExactQuote>
          {isForeign && (
            <>
              {' '}
              <small className="quiet">{t(`quotedIn.${source.language}`)}</small>
            </>
          )}
        </p>
      )}
      {locator && (
        <p>
          {t('locator')} <InLanguage text={locator} language={isInWords ? source.language : page} />
          {isForeign && isInWords && (
            <small className="quiet">{texts(`fallback.${source.language}`)}</small>
          )}
        </p>
      )}
    </>
  )
}

async function SourceLine({
  source,
  page,
  isProposed,
}: {
  source: ShownSource
  page: Language
  isProposed: boolean
}) {
  const t = await getTranslations('sources')
  const title = source.title && (
    <cite>
      <InLanguage text={source.title} language={source.language} />
    </cite>
  )
  return (
    <p className="source">
      <PublisherName source={source} page={page} />
      {t('separator')}
      <span>{t(`kinds.${source.kind}`)}</span>
      {t('separator')}
      {source.publishedOn ? <DateText date={source.publishedOn} /> : t('undated')}
      {t('separator')}
      {source.url ? (
        <SourceLink url={source.url}>{title || t('headlineNotRecorded')}</SourceLink>
      ) : (
        <>
          {title || t('headlineNotRecorded')} {t('addressNotKnown')}
        </>
      )}
      {pickText(source.note, page) && (
        <>
          {' '}
          <small className="quiet">
            {t('note')} <Words text={source.note} />
          </small>
        </>
      )}
      {!isProposed && (
        <>
          {' '}
          <RestingLink source={source} />
        </>
      )}
    </p>
  )
}
