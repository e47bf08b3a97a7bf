import { getLocale, getTranslations } from 'next-intl/server'
import { AppliedFilters, FilterDay, FilterForm, FilterSelect } from '@/components/forms/filter-form'
import { subjectKinds } from '@/features/register/subjects/model/kinds'
import { formatDay } from '@/i18n/formats'
import { type LocalizedText, pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { type ChangeFilter, changeFilter, changeNarrowings } from '../input'

/** The conditions that are a day. */
function isDay(key: keyof ChangeFilter): key is 'since' | 'until' {
  return key === 'since' || key === 'until'
}

type Choice = { value: string; name: LocalizedText }
type Props = {
  filter: ChangeFilter
  fields: readonly Choice[]
  parties: readonly Choice[]
}

/** The filter of the register's history; below it the conditions in use. */
export async function ChangeFilterForm({ filter, fields, parties }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('revisions')]
  const all = t('log.filter.all')
  const label = ({ value, name }: Choice) => pickText(name, language)?.body ?? value
  const options = {
    kind: subjectKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    field: fields.map((one) => ({ value: one.value, label: `${one.value} ${label(one)}` })),
    party: parties.map((one) => ({ value: one.value, label: label(one) })),
    only: changeNarrowings.map((value) => ({ value, label: t(`log.narrowings.${value}`) })),
  }
  const address = (asked: ChangeFilter) =>
    hrefTo(language, { pathname: '/changes', query: changeFilter.write(asked) })
  return (
    <>
      <FilterForm action={hrefTo(language, '/changes')}>
        {changeFilter.conditions.map((key) =>
          isDay(key) ? (
            <FilterDay key={key} name={key} label={t(`log.filter.${key}`)} value={filter[key]} />
          ) : (
            <FilterSelect
              key={key}
              name={key}
              label={t(`log.filter.${key}`)}
              value={filter[key]}
              all={all}
              options={options[key]}
            />
          ),
        )}
      </FilterForm>
      <AppliedFilters
        applied={changeFilter.conditions.flatMap((key) => {
          const value = filter[key]
          if (value === undefined) return []
          const chosen = isDay(key)
            ? formatDay(value, language)
            : (options[key].find((one) => one.value === value)?.label ?? value)
          return [
            {
              label: `${t(`log.filter.${key}`)}: ${chosen}`,
              without: address(changeFilter.without(filter, key)),
            },
          ]
        })}
        clear={address({})}
      />
    </>
  )
}
