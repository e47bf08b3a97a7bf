import { getLocale, getTranslations } from 'next-intl/server'
import { FilterDay, FilterForm, FilterSelects } from '@/components/forms/filter-form'
import type { ConferenceFields } from '@/features/register/fields/model'
import type { Facet } from '@/features/register/subjects/model/facets'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import type { DevelopmentFilter } from '../input'
import type { DevelopmentKind } from '../model'

/** The filter of the list of developments: from a day to a day, of a kind, of a session, of a field, by an organisation. */
export async function DevelopmentFilterForm({
  filter,
  kinds,
  conferences,
  parties,
}: {
  filter: DevelopmentFilter
  /** The kinds, each with its count. */
  kinds: readonly Facet[]
  /** The conferences whose fields are held, with these. */
  conferences: readonly ConferenceFields[]
  /** The organisations to choose from, each with its count. */
  parties: readonly Facet[]
}) {
  const [language, t] = [await getLocale(), await getTranslations('developments.filter')]
  const kindWords = await getTranslations('developments.kinds')
  const fields = conferences.flatMap((conference) => conference.fields)
  return (
    <FilterForm action={hrefTo(language, '/developments')}>
      {(['since', 'until'] as const).map((name) => (
        <FilterDay key={name} name={name} label={t(name)} value={filter[name]} />
      ))}
      <FilterSelects
        filter={filter}
        selects={[
          {
            name: 'kind',
            label: t('kind'),
            all: t('all'),
            options: kinds.map(({ value, count }) => ({
              value,
              count,
              label: kindWords(value as DevelopmentKind),
            })),
          },
          {
            name: 'conference',
            label: t('conference'),
            all: t('all'),
            options: conferences.map(({ reference, name }) => ({
              value: reference,
              label: pickText(name, language)?.body ?? reference,
            })),
          },
          {
            name: 'field',
            label: t('field'),
            all: t('all'),
            options: fields.map(({ reference, name }) => ({
              value: reference,
              label: `${reference} ${pickText(name, language)?.body ?? ''}`,
            })),
          },
          {
            name: 'party',
            label: t('party'),
            all: t('all'),
            options: parties.map(({ value, name, count }) => ({
              value,
              count,
              label: pickText(name, language)?.body ?? value,
            })),
          },
        ]}
      />
      {filter.project && <input type="hidden" name="project" value={filter.project} />}
    </FilterForm>
  )
}
