import { getLocale, getTranslations } from 'next-intl/server'
import {
  AppliedFilters,
  FilterForm,
  FilterSelect,
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
  const labels = await valueLabels(counts)
  const address = (asked: ItemFilter) =>
    `${hrefTo(language, { pathname: '/desk', query: itemFilter.write(asked) })}#items`
  const states = counts.state.filter(({ count, value }) => count > 0 || value === filter.state)
  return (
    <>
      <FilterForm action={`${hrefTo(language, '/desk')}#items`}>
        <SearchField label={t('q')} value={filter.q} />
        <FilterSelect
          name="state"
          label={t('state')}
          value={filter.state}
          all={all}
          options={states.map(({ value, count }) => ({
            value,
            label: labels.state.get(value) ?? value,
            count,
          }))}
        />
        <FilterSelect
          name="field"
          label={t('field')}
          value={filter.field}
          all={all}
          options={counts.field.map(({ value, count }) => ({
            value,
            label: labels.field.get(value) ?? value,
            count,
          }))}
        />
        <FilterSelect
          name="kind"
          label={t('kind')}
          value={filter.kind}
          all={all}
          options={(['project', 'document'] as const).map((value) => ({
            value,
            label: t(`kinds.${value}`),
            count: counts.kind[value],
          }))}
        />
        <FilterSelect
          name="news"
          label={t('news')}
          value={filter.news}
          all={all}
          options={[{ value: 'none', label: t('noNews'), count: counts.news.none }]}
        />
        <FilterSelect
          name="texts"
          label={t('texts')}
          value={filter.texts}
          all={all}
          options={[{ value: 'stale', label: t('staleTexts'), count: counts.texts.stale }]}
        />
        <FilterSelect
          name="slots"
          label={t('slots')}
          value={filter.slots}
          options={[
            { value: '', label: t('itemised'), count: counts.slots.itemised },
            { value: 'only', label: t('onlySlots'), count: counts.slots.only },
            {
              value: 'all',
              label: t('withSlots'),
              count: counts.slots.itemised + counts.slots.only,
            },
          ]}
        />
        <FilterSelect
          name="sort"
          label={t('sort')}
          value={filter.sort}
          options={[
            { value: '', label: t('sorts.oldest') },
            ...itemSorts.map((value) => ({ value, label: t(`sorts.${value}`) })),
          ]}
        />
      </FilterForm>
      <AppliedFilters
        applied={itemFilter.conditions.flatMap((key) => {
          const value = filter[key]
          if (value === undefined) return []
          const label = labels[key]?.get(String(value)) ?? String(value)
          return [
            { label: `${t(key)}: ${label}`, without: address(itemFilter.without(filter, key)) },
          ]
        })}
        clear={address({})}
      />
    </>
  )
}

async function valueLabels(counts: ItemCounts): Promise<
  Partial<Record<(typeof itemFilter.conditions)[number], Map<string, string>>> & {
    state: Map<string, string>
    field: Map<string, string>
  }
> {
  const [language, t] = [await getLocale(), await getTranslations('desk.filter')]
  return {
    state: new Map(counts.state.map(({ value }) => [value, stateWord(value, language)])),
    field: new Map(
      counts.field.map(({ value, name }) => [value, pickText(name, language)?.body ?? value]),
    ),
    kind: new Map([
      ['project', t('kinds.project')],
      ['document', t('kinds.document')],
    ]),
    news: new Map([['none', t('noNews')]]),
    texts: new Map([['stale', t('staleTexts')]]),
    slots: new Map([
      ['only', t('onlySlots')],
      ['all', t('withSlots')],
    ]),
  }
}
