import { getLocale, getTranslations } from 'next-intl/server'
import { FilterForm, FilterSelect, SearchField } from '@/components/forms/filter-form'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { stateWord } from '../../states/wording'
import { type ProjectFilter, projectSorts } from '../input'
import type { FacetValue, ProjectFacets } from '../model'

type Props = { filter: ProjectFilter; facets: ProjectFacets }

/** The filter of the list of projects, each value with its count. */
export async function ProjectFilterForm({ filter, facets }: Props) {
  const language = await getLocale()
  const [t, site] = [await getTranslations('projects'), await getTranslations('site.filter')]
  const all = site('all')
  const toOption = ({ value, name, count }: FacetValue) => ({
    value,
    label: pickText(name, language)?.body ?? value,
    count,
  })
  return (
    <FilterForm action={hrefTo(language, '/projects')}>
      <SearchField label={t('filters.q')} value={filter.q} />
      <FilterSelect
        name="field"
        label={t('filters.field')}
        value={filter.field}
        all={all}
        // Fields of two conferences may have one name.
        options={facets.field.map(toOption).map((one) => ({
          ...one,
          label: `${one.value} ${one.label}`,
        }))}
      />
      <FilterSelect
        name="state"
        label={t('filters.state')}
        value={filter.state}
        all={all}
        options={facets.state.map(({ value, count }) => ({
          value,
          label: stateWord(value, language),
          count,
        }))}
      />
      <FilterSelect
        name="itemised"
        label={t('filters.itemised')}
        value={filter.itemised}
        options={[
          { value: '', label: t('itemised.yes'), count: facets.itemised.yes },
          { value: 'no', label: t('itemised.no'), count: facets.itemised.no },
          {
            value: 'all',
            label: t('itemised.all'),
            count: facets.itemised.yes + facets.itemised.no,
          },
        ]}
      />
      <FilterSelect
        name="side"
        label={t('filters.side')}
        value={filter.side}
        all={all}
        options={facets.side.map(toOption)}
      />
      <FilterSelect
        name="party"
        label={t('filters.party')}
        value={filter.party}
        all={all}
        options={facets.party.map(toOption)}
      />
      <FilterSelect
        name="conference"
        label={t('filters.conference')}
        value={filter.conference}
        all={all}
        options={facets.conference.map(toOption)}
      />
      <FilterSelect
        name="sort"
        label={t('filters.sort')}
        value={filter.sort}
        options={projectSorts.map((value) => ({
          value: value === 'reference' ? '' : value,
          label: t(`sorts.${value}`),
        }))}
      />
    </FilterForm>
  )
}
