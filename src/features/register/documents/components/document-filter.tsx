import { getLocale, getTranslations } from 'next-intl/server'
import type { AppliedFilter } from '@/components/forms/filter-form'
import type { DocumentState } from '@/features/register/states/model/states'
import { stateWord } from '@/features/register/states/wording'
import { FacetFilterForm } from '@/features/register/subjects/components/facet-filter-form'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { type DocumentFilter, documentFilter, documentSorts, outside } from '../input'
import type { DocumentFacets } from '../model'

type Props = { filter: DocumentFilter; facets: DocumentFacets }

/** The filter of the list of documents. */
export async function DocumentFilterForm({ filter, facets }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('documents.filter')]
  return (
    <FacetFilterForm
      action={hrefTo(language, '/documents')}
      dimensions={documentFilter.conditions.filter((key) => key !== 'q')}
      filter={filter}
      facets={facets}
      nameOf={t}
      wordFor={await documentWords(facets)}
      sorts={documentSorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
    />
  )
}

/** The conditions in use, in words, each with the address of the list without it. */
export async function appliedLabels(
  filter: DocumentFilter,
  facets: DocumentFacets,
): Promise<AppliedFilter[]> {
  const [language, wordFor] = [await getLocale(), await documentWords(facets)]
  return documentFilter.conditions.flatMap((key) => {
    const value = filter[key]
    if (value === undefined) return []
    const query = documentFilter.write(documentFilter.without(filter, key))
    return [
      {
        label: key === 'q' ? value : wordFor(key, value),
        without: hrefTo(language, { pathname: '/documents', query }),
      },
    ]
  })
}

/** The words for a filter's value in the page's language. */
async function documentWords(facets: DocumentFacets) {
  const [language, t, organisations] = [
    await getLocale(),
    await getTranslations('documents'),
    await getTranslations('organisations'),
  ]
  const nameOf = (dimension: keyof DocumentFacets, value: string) =>
    pickText(facets[dimension].find((entry) => entry.value === value)?.name, language)?.body ??
    value
  return (dimension: keyof DocumentFacets, value: string): string => {
    switch (dimension) {
      case 'state':
        return stateWord(value as DocumentState, language)
      case 'itemised':
        return t(`filter.itemisedValues.${value as 'yes'}`)
      case 'side':
        return organisations('side', { city: nameOf('side', value) })
      case 'kind':
        return t(`kinds.${value as 'memorandum'}`)
      case 'counted':
        return t(`counted.${value as 'yes'}.label`)
      default: {
        if (dimension === 'conference' && value === outside) return t('filter.outside')
        const words = nameOf(dimension, value)
        return dimension === 'field' ? `${value} ${words}` : words
      }
    }
  }
}
