import { getLocale, getTranslations } from 'next-intl/server'
import { Separated } from '@/components/site/aside'
import { DateText } from '@/components/site/date-text'
import { PublisherName } from '@/features/register/sources/components/publisher-name'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import type { ListedSource } from '../model'
import { RestingCounts } from './resting-counts'
import { SourceTitle } from './source-title'

/** Sources as a list, in the order given: the title, who published it and when, what it is, and how much rests on it. */
export async function SourceRows({ sources }: { sources: readonly ListedSource[] }) {
  const [language, t] = [await getLocale(), await getTranslations('sources')]
  return (
    <ol className="rows">
      {sources.map((source) => (
        <li key={source.slug}>
          <p className="row-title">
            <a href={hrefTo(language, subjectPage('source', source.slug))}>
              <SourceTitle source={source} />
            </a>
          </p>
          <p className="quiet hit-facts">
            <Separated>
              <span>
                <PublisherName source={source} page={language} />
              </span>
              {source.publishedOn ? (
                <DateText date={source.publishedOn} />
              ) : (
                <span>{t('undated')}</span>
              )}
              <span>{t(`kinds.${source.kind}`)}</span>
              {source.url === null && <span>{t('noAddress')}</span>}
            </Separated>
          </p>
          <p className="quiet hit-facts">
            <RestingCounts source={source} />
          </p>
        </li>
      ))}
    </ol>
  )
}
