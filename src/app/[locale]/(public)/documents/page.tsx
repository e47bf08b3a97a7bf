import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { LeftOutLine } from '@/app/[locale]/(public)/left-out'
import { AppliedFilters } from '@/components/forms/filter-form'
import { NothingFound } from '@/components/forms/nothing-found'
import { FoldedSlots } from '@/components/site/folded-slots'
import { Pager } from '@/components/site/pager'
import { PublicPage } from '@/components/site/public-page'
import { WordsLink } from '@/components/site/words'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { Described } from '@/features/outlets/structured-data/components/described'
import { listThings } from '@/features/outlets/structured-data/wording/register'
import {
  appliedLabels,
  DocumentFilterForm,
} from '@/features/register/documents/components/document-filter'
import { DocumentRows } from '@/features/register/documents/components/document-rows'
import { type DocumentFilter, documentFilter, outside } from '@/features/register/documents/input'
import {
  countFilterValues,
  countOutside,
  documentTotals,
} from '@/features/register/documents/queries/count-documents'
import { listDocuments } from '@/features/register/documents/queries/list-documents'
import { countDocumentsNotItemised } from '@/features/register/documents/queries/not-itemised'
import { countLeftOut } from '@/features/register/log/queries/left-out'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { NotItemised } from '@/features/register/subjects/components/not-itemised'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { type Href, hrefTo } from '@/i18n/navigation'
import { narrowedTitle, pageMetadata } from '@/i18n/page-metadata'
import { shownDay } from '@/i18n/shown-moment'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

const tellsDays = { tellsDays: true }

const pageOf = (filter: DocumentFilter): Href => ({
  pathname: '/documents',
  query: documentFilter.write(filter),
})

/** What can be chosen beside an address's filter, read once for the page and its title. */
const readFacets = cache((query: string) =>
  countFilterValues(documentFilter.read(Object.fromEntries(new URLSearchParams(query)))),
)
const facetsOf = (filter: DocumentFilter) =>
  readFacets(new URLSearchParams(documentFilter.write(filter)).toString())

export const generateMetadata = describedAtItsMoment(async (params): Promise<Metadata> => {
  const filter = documentFilter.read(params)
  const [language, t] = [await getLocale(), await getTranslations('documents')]
  const isNarrowed = documentFilter.conditions.some((key) => filter[key] !== undefined)
  const applied = isNarrowed ? await appliedLabels(filter, await facetsOf(filter)) : []
  const title = narrowedTitle(t('title'), applied)
  return pageMetadata({ language, here: '/documents', title, description: t('description') })
}, tellsDays)

export default atItsMoment(async function DocumentsPage(params) {
  const filter = documentFilter.read(params)
  const [language, t] = [await getLocale(), await getTranslations('documents')]
  const page = await listDocuments(filter)
  const { items, slots } = page
  const [facets, totals] = [await facetsOf(filter), await documentTotals()]
  const alone = await countOutside()
  const begun = documentFilter.begun(filter)
  const applied = await appliedLabels(filter, facets)
  const found = page.total + slots.length
  const notItemised = (
    <NotItemised
      of="documents"
      count={await countDocumentsNotItemised(filter)}
      ofAll={documentFilter.conditions.every((key) => key === 'conference' || !filter[key])}
    />
  )
  return (
    <PublicPage here={pageOf(filter)} revisedOn={await lastRevisedAt()} trail={[]}>
      <Described things={listThings('document', items, language)} />
      <h1>{t('title')}</h1>
      <p className="lead">{t('description')}</p>
      <ul>
        {totals.map((row) => (
          <li key={row.conference}>
            <WordsLink to={subjectPage('conference', row.conference)} text={row.name} />
            {t('colon')}
            {row.announced === null
              ? t('announcedUnknown')
              : t('announced', { count: row.announced })}
            {row.itemised > 0 && <> · {t('itemised', { count: row.itemised })}</>}
            {row.difference ? <> · {t('notItemised', { count: row.difference })}</> : null}
            {row.beside > 0 && <> · {t('beside', { count: row.beside })}</>}
          </li>
        ))}
        {alone > 0 && (
          <li>
            <a href={hrefTo(language, { pathname: '/documents', query: { conference: outside } })}>
              {t('outside')}
            </a>
            {t('colon')}
            {t('found', { count: alone })}
          </li>
        )}
      </ul>
      <DocumentFilterForm filter={filter} facets={facets} />
      <AppliedFilters applied={applied} clear={hrefTo(language, '/documents')} />
      {found === 0 ? (
        <>
          <NothingFound
            heading={t('nothing')}
            hint={t('nothingWords')}
            applied={applied}
            elsewhere={[
              { label: t('nothingAll'), href: hrefTo(language, '/documents') },
              ...(filter.q
                ? [
                    {
                      label: t('nothingProjects', { q: filter.q }),
                      href: hrefTo(language, { pathname: '/projects', query: { q: filter.q } }),
                    },
                  ]
                : []),
            ]}
          />
          {notItemised}
        </>
      ) : (
        <>
          <h2>{t('found', { count: found })}</h2>
          {notItemised}
          <DocumentRows items={items} />
        </>
      )}
      <LeftOutLine what="documents" count={await countLeftOut('document', shownDay())} />
      <Pager
        {...page}
        shown={items.length}
        address={(after) => hrefTo(language, pageOf(after ? { ...begun, after } : begun))}
      />
      <FoldedSlots
        summary={t('slots', { count: slots.length })}
        meaning={t('slotsMeaning')}
        slots={slots.map((reference) => ({
          reference,
          href: hrefTo(language, { pathname: '/documents/[reference]', params: { reference } }),
        }))}
      />
      <DownloadLine
        of="list"
        table="documents"
        query={documentFilter.write(begun)}
        at={params.at}
      />
    </PublicPage>
  )
}, tellsDays)
