import { getLocale, getTranslations } from 'next-intl/server'
import {
  AppliedFilters,
  FilterForm,
  type FilterOption,
  FilterSelects,
  SearchField,
} from '@/components/forms/filter-form'
import { stateWord } from '@/features/register/states/wording'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { type ItemFilter, itemFilter, itemSorts } from '../input/item-filter'
import type { ItemCounts } from '../queries/count-items'

type Props = { filter: ItemFilter; counts: ItemCounts }

/** The filter of the items in charge, each value with its count; below it the conditions in use. */
export async function ItemFilterForm({ filter, counts }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('desk.filter')]
  const all = (await getTranslations('site.filter'))('all')
  const address = (asked: ItemFilter) =>
    `${hrefTo(language, { pathname: '/desk', query: itemFilter.write(asked) })}#items`
  const { itemised, only } = counts.slots
  const options: Partial<Record<keyof ItemFilter, FilterOption[]>> = {
    state: counts.state
      .filter(({ count, value }) => count > 0 || value === filter.state)
      .map((one) => ({ ...one, label: stateWord(one.value, language) })),
    field: counts.field.map(({ value, name, count }) => ({
      value,
      label: pickText(name, language)?.body ?? value,
      count,
    })),
    kind: (['project', 'document'] as const).map((value) => ({
      value,
      label: t(`kinds.${value}`),
      count: counts.kind[value],
    })),
    news: [{ value: 'none', label: t('noNews'), count: counts.news.none }],
    texts: [{ value: 'stale', label: t('staleTexts'), count: counts.texts.stale }],
    slots: [
      { value: '', label: t('itemised'), count: itemised },
      { value: 'only', label: t('onlySlots'), count: only },
      { value: 'all', label: t('withSlots'), count: itemised + only },
    ],
  }
  const narrowing = (['state', 'field', 'kind', 'news', 'texts'] as const).map((name) => ({
    name,
    label: t(name),
    all,
    options: options[name] ?? [],
  }))
  const sorts = [
    { value: '', label: t('sorts.oldest') },
    ...itemSorts.map((value) => ({ value, label: t(`sorts.${value}`) })),
  ]
  return (
    <>
      <FilterForm action={`${hrefTo(language, '/desk')}#items`}>
        <SearchField label={t('q')} value={filter.q} />
        <FilterSelects
          filter={filter}
          selects={[
            ...narrowing,
            { name: 'slots', label: t('slots'), options: options.slots ?? [] },
            { name: 'sort', label: t('sort'), options: sorts },
          ]}
        />
      </FilterForm>
      <AppliedFilters
        applied={itemFilter.conditions.flatMap((key) => {
          if (filter[key] === undefined) return []
          const value = String(filter[key])
          const label = options[key]?.find((option) => option.value === value)?.label ?? value
          const without = address(itemFilter.without(filter, key))
          return [{ label: `${t(key)}: ${label}`, without }]
        })}
        clear={address({})}
      />
    </>
  )
}
