import { getLocale, getTranslations } from 'next-intl/server'
import { FilterForm, FilterSelect, SearchField } from '@/components/forms/filter-form'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import type { Facet } from '../../subjects/model/facets'
import { type ProjectFilter, projectSorts } from '../input'
import type { ProjectFacets } from '../model'

type Props = { filter: ProjectFilter; facets: ProjectFacets }

/** The filter of the list of projects, each value with its count. */
export async function ProjectFilterForm({ filter, facets }: Props) {
  const language = await getLocale()
  const [t, site, progress] = [
    await getTranslations('projects'),
    await getTranslations('site.filter'),
    await getTranslations('progress'),
  ]
  const all = site('all')
  const toOption = ({ value, name, count }: Facet) => ({
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
          label: progress(`states.${value as 'ongoing'}.label`),
          count,
        }))}
      />
      <FilterSelect
        name="itemised"
        label={t('filters.itemised')}
        value={filter.itemised}
        all={all}
        options={facets.itemised.map(({ value, count }) => ({
          value,
          label: t(`itemised.${value as 'yes'}`),
          count,
        }))}
      />
      <FilterSelect
        name="side"
        label={t('filters.side')}
        value={filter.side}
        all={all}
        options={facets.side.map(({ value, count }) => ({
          value,
          label: t(`sides.${value as 'HK'}`),
          count,
        }))}
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
