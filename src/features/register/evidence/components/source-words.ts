import { getLocale, getTranslations } from 'next-intl/server'
import type { AppliedFilter } from '@/components/forms/filter-form'
import { publisherIn, type SourceKind } from '@/features/register/sources/model'
import { formatDay } from '@/i18n/formats'
import type { Language } from '@/i18n/language'
import { hrefTo } from '@/i18n/navigation'
import { type SourceFilter, sourceFilter } from '../input'
import type { SourceDimension, SourcePage } from '../model'

/** The words for a value of a choice in the page's language. */
export async function sourceWords({ facets, publisher }: Pick<SourcePage, 'facets' | 'publisher'>) {
  const [language, t] = [await getLocale(), await getTranslations('sources')]
  const texts = await getTranslations('texts')
  return (dimension: SourceDimension, value: string): string => {
    switch (dimension) {
      case 'publisher': {
        const facet = facets.publisher.find((one) => one.value === value)
        const named = facet?.publisher ?? publisher?.publisher
        return named ? publisherIn(named, language).name : value
      }
      case 'kind':
        return t(`kinds.${value as SourceKind}`)
      case 'language':
        return texts(`nameIn.${value as Language}`)
      default:
        return t(`${dimension}.${value as 'yes' | 'no'}`)
    }
  }
}

/** The conditions in use, in words, each with the address of the list without it. */
export async function appliedToSources(
  filter: SourceFilter,
  page: Pick<SourcePage, 'facets' | 'publisher'>,
): Promise<AppliedFilter[]> {
  const [language, t] = [await getLocale(), await getTranslations('sources.filter')]
  const wordFor = await sourceWords(page)
  return sourceFilter.conditions.flatMap((key) => {
    const value = filter[key]
    if (value === undefined) return []
    const word =
      key === 'since' || key === 'until'
        ? formatDay(value, language)
        : wordFor(key, key === 'publisher' ? (page.publisher?.value ?? value) : value)
    const query = sourceFilter.write(sourceFilter.without(filter, key))
    return [
      {
        label: `${t(key)}${language === 'en' ? ': ' : '：'}${word}`,
        without: hrefTo(language, { pathname: '/sources', query }),
      },
    ]
  })
}
