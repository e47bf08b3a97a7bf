import { getLocale, getTranslations } from 'next-intl/server'
import { AppliedFilters } from '@/components/forms/filter-form'
import { NothingFound } from '@/components/forms/nothing-found'
import { Pager } from '@/components/site/pager'
import { PublicPage } from '@/components/site/public-page'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { SourceFilterForm } from '@/features/register/evidence/components/source-filter'
import { SourceRows } from '@/features/register/evidence/components/source-rows'
import { appliedToSources } from '@/features/register/evidence/components/source-words'
import { type SourceFilter, sourceFilter } from '@/features/register/evidence/input'
import { listSourcePage } from '@/features/register/evidence/queries'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { type Href, hrefTo } from '@/i18n/navigation'
import { describedBy } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

const pageOf = (filter: SourceFilter): Href => ({
  pathname: '/sources',
  query: sourceFilter.write(filter),
})

export const generateMetadata = describedAtItsMoment(describedBy('sources', '/sources'))

export default atItsMoment(async function SourcesPage(params) {
  const filter = sourceFilter.read(params)
  const [language, t] = [await getLocale(), await getTranslations('sources')]
  const page = await listSourcePage(filter)
  const begun = sourceFilter.begun(filter)
  const applied = await appliedToSources(filter, page)
  const all = hrefTo(language, '/sources')
  return (
    <PublicPage here={pageOf(filter)} revisedOn={await lastRevisedAt()} trail={[]}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('description')}</p>
      <SourceFilterForm filter={filter} page={page} />
      <AppliedFilters applied={applied} clear={all} />
      {page.total === 0 ? (
        <NothingFound
          heading={t('nothing')}
          hint={null}
          applied={applied}
          elsewhere={[{ label: t('nothingAll'), href: all }]}
        />
      ) : (
        <>
          <h2>{t('found', { count: page.total })}</h2>
          <SourceRows sources={page.sources} />
        </>
      )}
      <Pager
        {...page}
        shown={page.sources.length}
        address={(after) => hrefTo(language, pageOf(after ? { ...begun, after } : begun))}
      />
      <DownloadLine of="list" table="sources" query={sourceFilter.write(begun)} at={params.at} />
    </PublicPage>
  )
})
