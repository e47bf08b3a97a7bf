import { getLocale, getTranslations } from 'next-intl/server'
import type { AppliedFilter } from '@/components/forms/filter-form'
import type { ProjectState } from '@/features/register/states/model/states'
import { stateWord } from '@/features/register/states/wording'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { type ProjectFilter, projectFilter } from '../input'
import type { ProjectFacets } from '../model'

/** The words for a filter's value in the page's language. */
export async function projectWords(facets: ProjectFacets) {
  const [language, t] = [await getLocale(), await getTranslations('projects')]
  return (key: keyof ProjectFacets, value: string): string => {
    switch (key) {
      case 'state':
        return stateWord(value as ProjectState, language)
      case 'itemised':
        return t(`itemised.${value as 'yes'}`)
      default: {
        const name = facets[key].find((facet) => facet.value === value)?.name
        const word = pickText(name, language)?.body ?? value
        // Fields of two conferences may have one name.
        return key === 'field' ? `${value} ${word}` : word
      }
    }
  }
}

/** The conditions in use, in words, each with the address of the list without it. */
export async function appliedLabels(
  filter: ProjectFilter,
  facets: ProjectFacets,
): Promise<AppliedFilter[]> {
  const [language, t] = [await getLocale(), await getTranslations('projects.filters')]
  const wordFor = await projectWords(facets)
  return projectFilter.conditions.flatMap((key) => {
    const value = filter[key]
    if (value === undefined) return []
    const query = projectFilter.write(projectFilter.without(filter, key))
    const word = key === 'q' ? value : wordFor(key, value)
    return [
      {
        label: `${t(key)}${language === 'en' ? ': ' : '：'}${word}`,
        without: hrefTo(language, { pathname: '/projects', query }),
      },
    ]
  })
}
