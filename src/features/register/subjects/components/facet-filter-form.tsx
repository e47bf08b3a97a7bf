import { getTranslations } from 'next-intl/server'
import {
  FilterForm,
  type FilterOption,
  FilterSelect,
  SearchField,
} from '@/components/forms/filter-form'
import type { Facets } from '../model/facets'

type Props<Dimension extends string> = {
  /** Where the list is. */
  action: string
  /** The filters in the order of the form. */
  dimensions: readonly Dimension[]
  filter: { [Key in Dimension | 'q' | 'sort']?: string | undefined }
  facets: Facets<Dimension>
  /** What each filter is called. */
  nameOf: (key: Dimension | 'q' | 'sort') => string
  /** What a value of a filter is called. */
  wordFor: (dimension: Dimension, value: string) => string
  /** The orders of the list; the first is the one without a parameter. */
  sorts: readonly { value: string; label: string }[]
}

/** The filter of a list: the words it is searched for, every value of each filter with its count, and the order. */
export async function FacetFilterForm<Dimension extends string>({
  action,
  dimensions,
  filter,
  facets,
  nameOf,
  wordFor,
  sorts,
}: Props<Dimension>) {
  const t = await getTranslations('site.filter')
  const optionsOf = (dimension: Dimension): FilterOption[] => {
    const chosen = filter[dimension]
    const values = facets[dimension]
    // A selected value without items must still be shown in the form.
    const isShown = chosen === undefined || values.some(({ value }) => value === chosen)
    const all = isShown ? values : [...values, { value: chosen, count: 0 }]
    return all.map(({ value, count }) => ({ value, count, label: wordFor(dimension, value) }))
  }
  return (
    <FilterForm action={action}>
      <SearchField label={nameOf('q')} value={filter.q} />
      {dimensions.map((dimension) => (
        <FilterSelect
          key={dimension}
          name={dimension}
          label={nameOf(dimension)}
          value={filter[dimension]}
          options={optionsOf(dimension)}
          all={t('all')}
        />
      ))}
      <FilterSelect
        name="sort"
        label={nameOf('sort')}
        value={filter.sort}
        options={sorts.map(({ value, label }, index) => ({
          value: index === 0 ? '' : value,
          label,
        }))}
      />
    </FilterForm>
  )
}
