import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/components/site/public-page'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { Follow } from '@/features/outlets/feeds/components/follow'
import { feedOfPage } from '@/features/outlets/feeds/wording/page-feed'
import { listConferences } from '@/features/register/conferences/queries/conferences'
import { listFields } from '@/features/register/fields/queries'
import { ChangeFilterForm } from '@/features/register/history/components/change-filter-form'
import { ChangeList } from '@/features/register/history/components/change-list'
import { readChangeFilter, writeChangeFilter } from '@/features/register/history/input'
import { listChanges } from '@/features/register/history/queries/list-changes'
import { readWords } from '@/features/register/history/queries/named'
import { headRevision } from '@/features/register/log/queries/revisions'
import { listOrganisations } from '@/features/register/organisations/queries'
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
      <ChangeList changes={changes} names={await readWords(changes)} />
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
