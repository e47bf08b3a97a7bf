import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { LeftOutLine } from '@/app/[locale]/(public)/left-out'
import { AppliedFilters } from '@/components/forms/filter-form'
import { NothingFound } from '@/components/forms/nothing-found'
import { FoldedSlots } from '@/components/site/folded-slots'
import { Pager } from '@/components/site/pager'
import { PublicPage } from '@/components/site/public-page'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { Described } from '@/features/outlets/structured-data/components/described'
import { listThings } from '@/features/outlets/structured-data/wording/register'
import { countLeftOut } from '@/features/register/log/queries/left-out'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { appliedLabels } from '@/features/register/projects/components/filter-labels'
import { ProjectFilterForm } from '@/features/register/projects/components/project-filter-form'
import { ProjectRow } from '@/features/register/projects/components/project-row'
import { type ProjectFilter, projectFilter } from '@/features/register/projects/input'
import { listProjects } from '@/features/register/projects/queries/list-projects'
import { countProjectsNotItemised } from '@/features/register/projects/queries/not-itemised'
import { countUnknown } from '@/features/register/projects/queries/unknown'
import { UnknownCount } from '@/features/register/states/components/unknown-state'
import { NotItemised } from '@/features/register/subjects/components/not-itemised'
import { type Href, hrefTo } from '@/i18n/navigation'
import { narrowedTitle, pageMetadata } from '@/i18n/page-metadata'
import { shownDay } from '@/i18n/shown-moment'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

const tellsDays = { tellsDays: true }

const pageOf = (filter: ProjectFilter): Href => ({
  pathname: '/projects',
  query: projectFilter.write(filter),
})

/** The list that an address asks for, read once for the page and its title. */
const readList = cache((query: string) =>
  listProjects(projectFilter.read(Object.fromEntries(new URLSearchParams(query)))),
)
const listOf = (filter: ProjectFilter) =>
  readList(new URLSearchParams(projectFilter.write(filter)).toString())

export const generateMetadata = describedAtItsMoment(async (params): Promise<Metadata> => {
  const filter = projectFilter.read(params)
  const [language, t] = [await getLocale(), await getTranslations('projects')]
  const isNarrowed = projectFilter.conditions.some((key) => filter[key] !== undefined)
  const applied = isNarrowed ? await appliedLabels(filter, (await listOf(filter)).facets) : []
  const title = narrowedTitle(t('title'), applied)
  return pageMetadata({ language, here: '/projects', title, description: t('description') })
}, tellsDays)

export default atItsMoment(async function ProjectsPage(params) {
  const filter = projectFilter.read(params)
  const [language, t] = [await getLocale(), await getTranslations('projects')]
  const texts = await getTranslations('texts')
  const page = await listOf(filter)
  const begun = projectFilter.begun(filter)
  const applied = await appliedLabels(filter, page.facets)
  const found = page.total + page.slots.length
  const notItemised = (
    <NotItemised
      of="projects"
      count={await countProjectsNotItemised(filter)}
      ofAll={projectFilter.conditions.every((key) => key === 'conference' || !filter[key])}
    />
  )
  return (
    <PublicPage here={pageOf(filter)} revisedOn={await lastRevisedAt()} trail={[]}>
      <Described things={listThings('project', page.projects, language)} />
      <h1>{t('title')}</h1>
      <ProjectFilterForm filter={filter} facets={page.facets} />
      <AppliedFilters applied={applied} clear={hrefTo(language, '/projects')} />
      {found === 0 ? (
        <>
          <NothingFound
            heading={t('none.heading')}
            hint={filter.q ? t('none.searched') : null}
            applied={applied}
            elsewhere={[
              ...(filter.q
                ? [
                    {
                      label: t('none.inDocuments', { q: filter.q }),
                      href: hrefTo(language, { pathname: '/documents', query: { q: filter.q } }),
                    },
                  ]
                : []),
              { label: t('none.all'), href: hrefTo(language, '/projects') },
            ]}
          />
          {notItemised}
        </>
      ) : (
        <>
          <p>
            <b>{t('found', { total: found })}</b>
          </p>
          {notItemised}
          {page.projects.length > 0 && <p className="quiet">{texts('descriptiveProjects')}</p>}
          {shownDay() && !filter.state && <UnknownCount {...(await countUnknown(filter))} />}
          <ul className="rows">
            {page.projects.map((project) => (
              <ProjectRow key={project.reference} project={project} />
            ))}
          </ul>
        </>
      )}
      <LeftOutLine what="projects" count={await countLeftOut('project', shownDay())} />
      <Pager
        {...page}
        shown={page.projects.length}
        address={(after) => hrefTo(language, pageOf(after ? { ...begun, after } : begun))}
      />
      <FoldedSlots
        summary={t('slots', { count: page.slots.length })}
        meaning={t('slotsMeaning')}
        slots={page.slots.map((reference) => ({
          reference,
          href: hrefTo(language, { pathname: '/projects/[reference]', params: { reference } }),
        }))}
      />
      <DownloadLine of="list" table="projects" query={projectFilter.write(begun)} at={params.at} />
    </PublicPage>
  )
}, tellsDays)
