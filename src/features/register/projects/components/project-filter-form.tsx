import { getLocale, getTranslations } from 'next-intl/server'
import { FacetFilterForm } from '@/features/register/subjects/components/facet-filter-form'
import { hrefTo } from '@/i18n/navigation'
import { type ProjectFilter, projectSorts } from '../input'
import type { ProjectFacets } from '../model'
import { projectWords } from './filter-labels'

type Props = { filter: ProjectFilter; facets: ProjectFacets }

/** The filter of the list of projects. */
export async function ProjectFilterForm({ filter, facets }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('projects')]
  return (
    <FacetFilterForm
      action={hrefTo(language, '/projects')}
      dimensions={['field', 'state', 'itemised', 'side', 'party', 'conference']}
      filter={filter}
      facets={facets}
      nameOf={(key) => t(`filters.${key}`)}
      wordFor={await projectWords(facets)}
      sorts={projectSorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
    />
  )
}
