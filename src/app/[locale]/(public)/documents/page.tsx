import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/components/site/public-page'
import { Words } from '@/components/site/words'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { Described } from '@/features/outlets/structured-data/components/described'
import { listThings } from '@/features/outlets/structured-data/wording/register'
import { DocumentFilterForm } from '@/features/register/documents/components/document-filter'
import { DocumentRows, FoldedSlots } from '@/features/register/documents/components/document-rows'
import { DocumentFilter, toQuery } from '@/features/register/documents/input'
import {
  countFilterValues,
  documentTotals,
} from '@/features/register/documents/queries/count-documents'
import { listDocuments } from '@/features/register/documents/queries/list-documents'
import { headRevision } from '@/features/register/log/queries/revisions'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

type Props = {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = describedAtItsMoment(async (): Promise<Metadata> => {
  const [language, t] = [await getLocale(), await getTranslations('documents')]
  return pageMetadata({
    language,
    here: '/documents',
    title: t('title'),
    description: t('description'),
  })
})

export default atItsMoment(async function DocumentsPage({ searchParams }: Props) {
  const params = await searchParams
  const filter = DocumentFilter.parse(params)
  const [language, t, pager] = [
    await getLocale(),
    await getTranslations('documents'),
    await getTranslations('site.pager'),
  ]
  const { items, slots, total, next } = await listDocuments(filter)
  const [facets, totals, head] = [
    await countFilterValues(filter),
    await documentTotals(),
    await headRevision(),
  ]
  const found = total + slots.length
  return (
    <PublicPage
      here={{ pathname: '/documents', query: toQuery(filter, filter.after) }}
      revisedOn={head?.recordedAt ?? null}
      trail={[]}
    >
      <Described
        things={listThings(
          '/documents',
          items.map(({ reference, title }) => ({
            page: subjectPage('document', reference),
            name: title,
          })),
          language,
        )}
      />
      <h1>{t('title')}</h1>
      <p className="lead">{t('description')}</p>
      <ul>
        {totals.map((row) => (
          <li key={row.conference}>
            <a href={hrefTo(language, subjectPage('conference', row.conference))}>
              <Words text={row.name} />
            </a>
            {t('colon')}
            {row.announced === null
              ? t('announcedUnknown')
              : t('announced', { count: row.announced })}{' '}
            · {t('itemised', { count: row.itemised })} ·{' '}
            {t('notItemised', { count: row.notItemised })}
            {row.beside > 0 && <> · {t('beside', { count: row.beside })}</>}
          </li>
        ))}
      </ul>
      <DocumentFilterForm filter={filter} facets={facets} />
      <h2>{t('found', { count: found })}</h2>
      {found === 0 ? (
        <div className="notice">
          <p>{t('nothing')}</p>
          <ul>
            <li>{t('nothingWords')}</li>
            <li>
              <a href={hrefTo(language, '/documents')}>{t('nothingAll')}</a>
            </li>
            {filter.q && (
              <li>
                <a
                  href={hrefTo(language, {
                    pathname: '/projects',
                    query: { q: filter.q },
                  })}
                >
                  {t('nothingProjects', { q: filter.q })}
                </a>
              </li>
            )}
          </ul>
        </div>
      ) : (
        <>
          <DocumentRows items={items} />
          {(filter.after || next) && (
            <nav className="pager" aria-label={pager('label')}>
              {filter.after && (
                <a
                  href={hrefTo(language, {
                    pathname: '/documents',
                    query: toQuery(filter),
                  })}
                >
                  {t('firstPage')}
                </a>
              )}
              {next && (
                <a
                  rel="next"
                  href={hrefTo(language, {
                    pathname: '/documents',
                    query: toQuery(filter, next),
                  })}
                >
                  {pager('next')}
                </a>
              )}
            </nav>
          )}
          <FoldedSlots references={slots} />
        </>
      )}
      <DownloadLine of="list" table="documents" query={toQuery(filter)} at={params.at} />
    </PublicPage>
  )
})
