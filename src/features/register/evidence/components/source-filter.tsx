import { getLocale, getTranslations } from 'next-intl/server'
import { FilterDay, FilterForm, FilterSelects } from '@/components/forms/filter-form'
import { hrefTo } from '@/i18n/navigation'
import type { SourceFilter } from '../input'
import { type SourcePage, sourceDimensions } from '../model'
import { sourceWords } from './source-words'

/** The filter of the list of sources: from a day to a day, by publisher, kind and language, cited or not, with an address or without. */
export async function SourceFilterForm({
  filter,
  page,
}: {
  filter: SourceFilter
  page: Pick<SourcePage, 'facets' | 'publisher'>
}) {
  const [language, t] = [await getLocale(), await getTranslations('sources.filter')]
  const wordFor = await sourceWords(page)
  const chosen = page.publisher ? { ...filter, publisher: page.publisher.value } : filter
  return (
    <FilterForm action={hrefTo(language, '/sources')}>
      {(['since', 'until'] as const).map((name) => (
        <FilterDay key={name} name={name} label={t(name)} value={filter[name]} />
      ))}
      <FilterSelects
        filter={chosen}
        selects={sourceDimensions.map((name) => {
          const values = page.facets[name]
          const one = chosen[name]
          // A selected value without sources must still be shown in the form.
          const isShown = one === undefined || values.some(({ value }) => value === one)
          const all = isShown ? values : [...values, { value: one, count: 0 }]
          return {
            name,
            label: t(name),
            all: t('all'),
            options: all.map(({ value, count }) => ({ value, count, label: wordFor(name, value) })),
          }
        })}
      />
    </FilterForm>
  )
}
