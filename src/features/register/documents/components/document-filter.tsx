import { getLocale, getTranslations } from 'next-intl/server'
import {
  AppliedFilters,
  FilterForm,
  type FilterOption,
  FilterSelect,
  SearchField,
} from '@/components/forms/filter-form'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import type { DocumentState } from '../../states/model/states'
import { stateWord } from '../../states/wording'
import { type DocumentFilter, documentSorts, toQuery } from '../input'
import type { DocumentFacets } from '../model'

const dimensions = [
  'conference',
  'field',
  'state',
  'itemised',
  'side',
  'party',
  'kind',
  'counted',
] as const
type Dimension = (typeof dimensions)[number]

type Props = { filter: DocumentFilter; facets: DocumentFacets }

/** The filter of the list of documents: every value with its count, and what is applied now. */
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
  const addressOf = (changed: Partial<DocumentFilter>) =>
    hrefTo(language, {
      pathname: '/documents',
      query: toQuery({ ...filter, ...changed }),
    })
  return (
    <>
      <FilterForm action={hrefTo(language, '/documents')}>
        <SearchField label={t('q')} value={filter.q ?? undefined} />
        {dimensions.map((dimension) => (
          <FilterSelect
            key={dimension}
            name={dimension}
            label={t(dimension)}
            value={filter[dimension] ?? undefined}
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
      <AppliedFilters
        applied={[
          ...(filter.q ? [{ label: filter.q, without: addressOf({ q: null }) }] : []),
          ...dimensions.flatMap((dimension) => {
            const value = filter[dimension]
            return value
              ? [
                  {
                    label: label(dimension, value),
                    without: addressOf({ [dimension]: null }),
                  },
                ]
              : []
          }),
        ]}
        clear={hrefTo(language, '/documents')}
      />
    </>
  )
}

/** The words for a filter's value in the page's language. */
async function valueLabels(facets: DocumentFacets) {
  const [language, t, organisations] = [
    await getLocale(),
    await getTranslations('documents'),
    await getTranslations('organisations'),
  ]
  const nameOf = (dimension: Dimension, value: string) =>
    pickText(facets[dimension].find((entry) => entry.value === value)?.text, language)?.body ??
    value
  return (dimension: Dimension, value: string): string => {
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
        const words = nameOf(dimension, value)
        return dimension === 'field' ? `${value} ${words}` : words
      }
    }
  }
}
