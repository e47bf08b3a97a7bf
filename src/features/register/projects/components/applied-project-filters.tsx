import { getLocale } from 'next-intl/server'
import { AppliedFilters } from '@/components/forms/filter-form'
import { hrefTo } from '@/i18n/navigation'
import type { ProjectFilter } from '../input'
import type { ProjectFacets } from '../model'
import { appliedLabels } from './filter-labels'

type Props = { filter: ProjectFilter; facets: ProjectFacets }

/** The conditions in use, each with a link that takes it away. */
export async function AppliedProjectFilters({ filter, facets }: Props) {
  const language = await getLocale()
  return (
    <AppliedFilters
      applied={await appliedLabels(filter, facets)}
      clear={hrefTo(language, '/projects')}
    />
  )
}
