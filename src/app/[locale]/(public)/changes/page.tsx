import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/components/public-page'
import { revisionPage } from '@/features/citing/citable'
import { listConferences } from '@/features/conferences/queries'
import { DownloadLine } from '@/features/downloads/components/download-line'
import { Follow } from '@/features/feeds/components/follow'
import { feedOfPage } from '@/features/feeds/page-feed'
import { listFields } from '@/features/fields/queries'
import { listOrganisations } from '@/features/organisations/queries'
import { ChangeFilterForm } from '@/features/revisions/components/change-filter-form'
import { ChangeList } from '@/features/revisions/components/change-list'
import { readChangeFilter, writeChangeFilter } from '@/features/revisions/input'
import type { ShownRevision } from '@/features/revisions/model'
import { headRevision } from '@/features/revisions/queries'
import { listChanges } from '@/features/revisions/queries/list-changes'
import { readWords } from '@/features/revisions/queries/named'
import { type Href, hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** How many changes a page shows. */
const perPage = 40

export const generateMetadata = describedAtItsMoment(
  async ({ searchParams }: Props): Promise<Metadata> => {
    const { before: _, ...filter } = readChangeFilter(await searchParams)
    const [language, t] = [await getLocale(), await getTranslations('revisions.log')]
    return pageMetadata({
      language,
      here: '/changes',
      title: t('title'),
      description: t('lead'),
      feed: feedOfPage(language, { of: 'changes', query: writeChangeFilter(filter) }, t('title')),
    })
  },
)

export default atItsMoment(async function ChangesPage({ searchParams }: Props) {
  const params = await searchParams
  const filter = readChangeFilter(params)
  const [language, t] = [await getLocale(), await getTranslations('revisions.log')]
  const head = await headRevision()
  const { changes, total, next } = await listChanges(filter, perPage)
  const conferences = await listConferences()
  const fields = await Promise.all(conferences.map(({ reference }) => listFields(reference)))
  const address = (asked: typeof filter): Href => ({
    pathname: '/changes',
    query: writeChangeFilter(asked),
  })
  const { before, ...first } = filter
  return (
    <PublicPage here={address(filter)} revisedOn={head?.recordedAt ?? null} trail={[]}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <ChangeFilterForm
        filter={filter}
        fields={fields.flat().map(({ reference, name }) => ({ value: reference, name }))}
        parties={(await listOrganisations())
          .filter(({ documents }) => documents > 0)
          .map(({ slug, name }) => ({ value: slug, name }))}
      />
      <p className="quiet">{t('count', { count: total })}</p>
      <Follow scope={{ of: 'changes', query: writeChangeFilter(first) }} />
      {changes.length === 0 && <p>{t('none')}</p>}
      <ChangeList changes={changes} names={await readWords(changes)} pageOf={pageOf} />
      {(before !== undefined || next !== null) && (
        <nav className="pager" aria-label={t('title')}>
          {before !== undefined && <a href={hrefTo(language, address(first))}>{t('newest')}</a>}
          {next !== null && (
            <a href={hrefTo(language, address({ ...first, before: next }))} rel="next">
              {t('older')}
            </a>
          )}
        </nav>
      )}
      <DownloadLine of="list" table="revisions" query={writeChangeFilter(first)} at={params.at} />
    </PublicPage>
  )
})

function pageOf({ kind, reference, revision }: ShownRevision): Href | null {
  return kind === 'project' || kind === 'document' ? revisionPage(kind, reference, revision) : null
}
