import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Pager } from '@/components/site/pager'
import { PublicPage } from '@/components/site/public-page'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { Described } from '@/features/outlets/structured-data/components/described'
import { listThings } from '@/features/outlets/structured-data/wording/register'
import { headRevision } from '@/features/register/log/queries/revisions'
import { AppliedProjectFilters } from '@/features/register/projects/components/applied-project-filters'
import { NoProject } from '@/features/register/projects/components/no-project'
import { ProjectFilterForm } from '@/features/register/projects/components/project-filter-form'
import { ProjectRow } from '@/features/register/projects/components/project-row'
import { SlotsLine } from '@/features/register/projects/components/slots-line'
import {
  type ProjectFilter,
  readProjectFilter,
  writeProjectFilter,
} from '@/features/register/projects/input'
import { listProjects } from '@/features/register/projects/queries/list-projects'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { type Href, hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const pageOf = (filter: ProjectFilter): Href => ({
  pathname: '/projects',
  query: writeProjectFilter(filter),
})

export const generateMetadata = describedAtItsMoment(async (): Promise<Metadata> => {
  const [language, t] = [await getLocale(), await getTranslations('projects')]
  return pageMetadata({
    language,
    here: '/projects',
    title: t('title'),
    description: t('description'),
  })
})

export default atItsMoment(async function ProjectsPage({ searchParams }: Props) {
  const params = await searchParams
  const filter = readProjectFilter(params)
  const [language, t] = [await getLocale(), await getTranslations('projects')]
  const page = await listProjects(filter)
  const head = await headRevision()
  const { after, ...unpaged } = filter
  const address = (cursor: string | null | undefined) =>
    cursor === null
      ? null
      : hrefTo(language, pageOf(cursor === undefined ? unpaged : { ...unpaged, after: cursor }))
  return (
    <PublicPage here={pageOf(filter)} revisedOn={head?.recordedAt ?? null} trail={[]}>
      <Described
        things={listThings(
          '/projects',
          page.projects.map(({ reference, title }) => ({
            page: subjectPage('project', reference),
            name: title,
          })),
          language,
        )}
      />
      <h1>{t('title')}</h1>
      <ProjectFilterForm filter={filter} facets={page.facets} />
      <AppliedProjectFilters filter={filter} facets={page.facets} />
      {page.total === 0 ? (
        <NoProject filter={filter} facets={page.facets} />
      ) : (
        <>
          <p>
            <b>{t('found', { total: page.total })}</b>
          </p>
          <SlotsLine filter={filter} facets={page.facets} />
          <ul className="rows">
            {page.projects.map((project) => (
              <ProjectRow key={project.reference} project={project} />
            ))}
          </ul>
        </>
      )}
      <Pager
        from={page.from}
        to={page.from + page.projects.length - 1}
        total={page.total}
        previous={address(page.previous)}
        next={address(page.next)}
      />
      <DownloadLine of="list" table="projects" query={writeProjectFilter(unpaged)} at={params.at} />
    </PublicPage>
  )
})
