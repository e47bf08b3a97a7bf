import { getLocale, getTranslations } from 'next-intl/server'
import {
  type AppliedFilter,
  FilterForm,
  type FilterOption,
  FilterSelect,
  SearchField,
} from '@/components/forms/filter-form'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { type DocumentFilter, documentFilter, documentSorts } from '../input'
import type { DocumentFacets } from '../model'

const dimensions = documentFilter.conditions.filter((key) => key !== 'q')
type Dimension = (typeof dimensions)[number]

type Props = { filter: DocumentFilter; facets: DocumentFacets }

/** The filter of the list of documents: every value with its count. */
export async function DocumentFilterForm({ filter, facets }: Props) {
  const [language, t, label] = [
    await getLocale(),
    await getTranslations('documents.filter'),
    await valueLabels(facets),
  ]
  const optionsOf = (dimension: Dimension): FilterOption[] => {
    const options = facets[dimension].map(({ value, count }) => ({
      value,
      count,
      label: label(dimension, value),
    }))
    const chosen = filter[dimension]
    // A choice that leaves nothing must still be seen in the form.
    return chosen && !options.some(({ value }) => value === chosen)
      ? [...options, { value: chosen, count: 0, label: label(dimension, chosen) }]
      : options
  }
  return (
    <FilterForm action={hrefTo(language, '/documents')}>
      <SearchField label={t('q')} value={filter.q} />
      {dimensions.map((dimension) => (
        <FilterSelect
          key={dimension}
          name={dimension}
          label={t(dimension)}
          value={filter[dimension]}
          options={optionsOf(dimension)}
          all={t('all')}
        />
      ))}
      <FilterSelect
        name="sort"
        label={t('sort')}
        value={filter.sort ?? 'reference'}
        options={documentSorts.map((sort) => ({
          value: sort,
          label: t(`sorts.${sort}`),
        }))}
      />
    </FilterForm>
  )
}

/** The conditions in use, in words, each with the address of the list without it. */
export async function appliedLabels(
  filter: DocumentFilter,
  facets: DocumentFacets,
): Promise<AppliedFilter[]> {
  const [language, label] = [await getLocale(), await valueLabels(facets)]
  return documentFilter.conditions.flatMap((key) => {
    const value = filter[key]
    if (value === undefined) return []
    const query = documentFilter.write(documentFilter.without(filter, key))
    return [
      {
        label: key === 'q' ? value : label(key, value),
        without: hrefTo(language, { pathname: '/documents', query }),
      },
    ]
  })
}

/** The words for a filter's value in the page's language. */
async function valueLabels(facets: DocumentFacets) {
  const [language, t, progress, organisations] = [
    await getLocale(),
    await getTranslations('documents'),
    await getTranslations('progress'),
    await getTranslations('organisations'),
  ]
  return (dimension: Dimension, value: string): string => {
    switch (dimension) {
      case 'state':
        return progress(`documentStates.${value as 'signed'}.label`)
      case 'itemised':
        return t(`filter.itemisedValues.${value as 'yes'}`)
      case 'side':
        return organisations(`sides.${value as 'HK'}`)
      case 'kind':
        return t(`kinds.${value as 'memorandum'}`)
      case 'counted':
        return t(`counted.${value as 'yes'}.label`)
      default: {
        const name = facets[dimension].find((entry) => entry.value === value)?.name
        const words = pickText(name, language)?.body ?? value
        return dimension === 'field' ? `${value} ${words}` : words
      }
    }
  }
}
