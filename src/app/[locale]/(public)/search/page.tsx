import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { InLanguage } from '@/components/site/in-language'
import { PublicPage } from '@/components/site/public-page'
import { Follow } from '@/features/outlets/feeds/components/follow'
import { feedOfPage } from '@/features/outlets/feeds/wording/page-feed'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import {
  SameNumber,
  SearchHelp,
  SplitWords,
  Suggestions,
} from '@/features/register/search/components/search-help'
import { SearchResults } from '@/features/register/search/components/search-results'
import { readSearch, writeSearch } from '@/features/register/search/input'
import { listHits } from '@/features/register/search/queries/list-hits'
import { readQuery, understand } from '@/features/register/search/queries/read-query'
import { findByReference, searchRegister } from '@/features/register/search/queries/search-register'
import { suggest } from '@/features/register/search/queries/suggest'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

export const generateMetadata = describedAtItsMoment(async (params): Promise<Metadata> => {
  const { q } = readSearch(params)
  const [language, t] = [await getLocale(), await getTranslations('search')]
  const title = q ? t('titleWith', { q }) : t('title')
  return {
    ...pageMetadata({
      language,
      here: '/search',
      title,
      description: t('description'),
      ...(q ? { feed: feedOfPage(language, { of: 'search', query: { q } }, title) } : {}),
    }),
    // Result pages are not indexed: the pages they link to are.
    robots: { index: false, follow: true },
  }
})

export default atItsMoment(async function SearchPage(params) {
  const search = readSearch(params)
  const [language, t] = [await getLocale(), await getTranslations('search')]
  const named = await findByReference(search.q)
  const [only] = named
  // Whoever types a reference wants that page.
  if (only && named.length === 1) {
    const { kind, reference } = only
    redirect(hrefTo(language, subjectPage(kind, reference)))
  }
  const reading = await understand(search.q)
  const found = await searchRegister(reading, search)
  const groups = await listHits(found.groups, reading.clauses, language)
  const isAsTyped = found.total > 0 && !reading.split
  const suggestions = isAsTyped ? [] : await suggest(await readQuery(search.q), language)
  return (
    <PublicPage
      here={{ pathname: '/search', query: writeSearch(search) }}
      revisedOn={await lastRevisedAt()}
      trail={[]}
      q={search.q}
    >
      <h1>{t('title')}</h1>
      <SameNumber items={named} />
      {reading.split && <SplitWords q={search.q} reading={reading} suggestions={suggestions} />}
      {found.total > 0 && (
        <SearchResults search={search} found={found} groups={groups} isSplit={!isAsTyped} />
      )}
      {isAsTyped && <Follow scope={{ of: 'search', query: { q: search.q } }} />}
      {found.total === 0 && reading.clauses.length > 0 && named.length === 0 && (
        <div className="notice">
          <p>
            <b>
              <InLanguage text={t('nothing', { q: search.q })} />
            </b>
          </p>
          <Suggestions suggestions={suggestions} />
          <p>{t('nothingWhere')}</p>
          <p>
            <a href={hrefTo(language, '/projects')}>{t('nothingProjects')}</a>
            {t('separator')}
            <a href={hrefTo(language, '/documents')}>{t('nothingDocuments')}</a>
          </p>
        </div>
      )}
      {found.total === 0 ? (
        <>
          <h2>{t('help.heading')}</h2>
          <SearchHelp />
        </>
      ) : (
        <details>
          <summary>{t('help.heading')}</summary>
          <SearchHelp />
        </details>
      )}
    </PublicPage>
  )
})
