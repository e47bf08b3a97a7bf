import { getLocale, getTranslations } from 'next-intl/server'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { stateWord } from '../../states/wording'
import { type ProjectFilter, projectFilterKeys, withoutFilter, writeProjectFilter } from '../input'
import type { ProjectFacets } from '../model'

/** The conditions in use, in words, each with the address of the list without it. */
export async function appliedLabels(
  filter: ProjectFilter,
  facets: ProjectFacets,
): Promise<{ label: string; without: string }[]> {
  const language = await getLocale()
  const t = await getTranslations('projects')
  const nameOf = (key: 'conference' | 'field' | 'side' | 'party', value: string) =>
    pickText(facets[key].find((facet) => facet.value === value)?.name, language)?.body ?? value
  const wordFor = (key: (typeof projectFilterKeys)[number]): string | undefined => {
    const value = filter[key]
    if (value === undefined) return undefined
    switch (key) {
      case 'q':
        return value
      case 'state':
        return filter.state && stateWord(filter.state, language)
      case 'itemised':
        return filter.itemised && t(`itemised.${filter.itemised}`)
      case 'field':
        return `${value} ${nameOf(key, value)}`
      default:
        return nameOf(key, value)
    }
  }
  return projectFilterKeys.flatMap((key) => {
    const value = wordFor(key)
    if (value === undefined) return []
    const query = writeProjectFilter(withoutFilter(filter, key))
    return [
      {
        label: `${t(`filters.${key}`)}${language === 'en' ? ': ' : '：'}${value}`,
        without: hrefTo(language, { pathname: '/projects', query }),
      },
    ]
  })
}
