import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { Words } from '@/components/site/words'
import { type Language, languageTags } from '@/i18n/language'
import { pickText } from '@/i18n/localized-text'
import type { ShownCitation, ShownSource } from '../model'
import { ExactQuote } from './exact-quote'
import { PublisherName } from './publisher-name'
import { SourceLink } from './source-link'

/**
 * The citations of a statement, in its order: the exact quote in its own language, then where it was
 * published. Unknown facts about a source are stated, never left out. Renders nothing without citations.
 */
export async function Citations({ citations }: { citations: readonly ShownCitation[] }) {
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
          <SourceLine source={citation.source} page={language} />
        </li>
      ))}
    </ul>
  )
}

async function Quote({ citation, page }: { citation: ShownCitation; page: Language }) {
  const t = await getTranslations('sources')
  const { quote, locator, source } = citation
  const lang = languageTags[source.language]
  return (
    <>
      {quote && (
        <p>
          <ExactQuote quote={quote} language={source.language} />
          {source.language !== page && (
            <>
              {' '}
              <small className="quiet">{t(`quotedIn.${source.language}`)}</small>
            </>
          )}
        </p>
      )}
      {locator && (
        <p>
          {t('locator')} <span lang={lang}>{locator}</span>
        </p>
      )}
    </>
  )
}

async function SourceLine({ source, page }: { source: ShownSource; page: Language }) {
  const t = await getTranslations('sources')
  const title = source.title && <cite lang={languageTags[source.language]}>{source.title}</cite>
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
    </p>
  )
}
