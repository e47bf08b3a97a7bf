import { getLocale, getTranslations } from 'next-intl/server'
import type { AppliedFilter } from '@/components/forms/filter-form'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { type ProjectFilter, projectFilter } from '../input'
import type { ProjectFacets } from '../model'

/** The conditions in use, in words, each with the address of the list without it. */
export async function appliedLabels(
  filter: ProjectFilter,
  facets: ProjectFacets,
): Promise<AppliedFilter[]> {
  const language = await getLocale()
  const [t, progress] = [await getTranslations('projects'), await getTranslations('progress')]
  const nameOf = (key: 'conference' | 'field' | 'party', value: string) =>
    pickText(facets[key].find((facet) => facet.value === value)?.name, language)?.body ?? value
  const wordFor = (key: (typeof projectFilter.conditions)[number]): string | undefined => {
    const value = filter[key]
    if (value === undefined) return undefined
    switch (key) {
      case 'q':
        return value
      case 'state':
        return filter.state && progress(`states.${filter.state}.label`)
      case 'itemised':
        return filter.itemised && t(`itemised.${filter.itemised}`)
      case 'side':
        return filter.side && t(`sides.${filter.side}`)
      case 'field':
        return `${value} ${nameOf(key, value)}`
      default:
        return nameOf(key, value)
    }
  }
  return projectFilter.conditions.flatMap((key) => {
    const value = wordFor(key)
    if (value === undefined) return []
    const query = projectFilter.write(projectFilter.without(filter, key))
    return [
      {
        label: `${t(`filters.${key}`)}${language === 'en' ? ': ' : '：'}${value}`,
        without: hrefTo(language, { pathname: '/projects', query }),
      },
    ]
  })
}
