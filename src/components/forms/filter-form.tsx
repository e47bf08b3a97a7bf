import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { InLanguage } from '@/components/site/in-language'
import { formatNumber, hongKongDay } from '@/i18n/formats'
import { langOf } from '@/i18n/language'
import { inQuotation } from '@/i18n/quotation'
import { mainLanguage } from '@/i18n/runs'
import { shownMoment } from '@/i18n/shown-moment'
import { now } from '@/server/clock'

type FilterFormProps = {
  /** Where the plain GET form leads: the list itself, without its query. */
  action: string
  /** What the form is for, and what its button says; to filter a list by default. */
  heading?: string
  submit?: string
  /** Whether the choices have long labels: two in a row at most, and one on a narrow screen. */
  isRoomy?: boolean
  /** The fields: `SearchField`, `FilterSelect`. */
  children: ReactNode
}

/** A filter that is sent by a button, so that it works without JavaScript. */
export async function FilterForm({ action, heading, submit, isRoomy, children }: FilterFormProps) {
  const t = await getTranslations('site.filter')
  const moment = shownMoment()
  return (
    <form className="filter" method="get" action={action} aria-label={heading ?? t('heading')}>
      {moment?.at && <input type="hidden" name="at" value={moment.at} />}
      {moment?.on && <input type="hidden" name="on" value={moment.on} />}
      <div className={isRoomy ? 'filter-fields filter-roomy' : 'filter-fields'}>{children}</div>
      <div className="filter-actions">
        <button type="submit">{submit ?? t('apply')}</button>
      </div>
    </form>
  )
}

/** The words that the list is searched for, over the whole width of the form. */
export function SearchField({ label, value }: { label: string; value: string | undefined }) {
  return (
    <p className="filter-wide">
      <label htmlFor="filter-q">{label}</label>
      <input id="filter-q" name="q" type="search" defaultValue={value} autoComplete="off" />
    </p>
  )
}

export type FilterOption = {
  value: string
  label: string
  /** How many items would be listed with this value; left out where it would be no count (a sort order). */
  count?: number
}

type FilterSelectProps = {
  /** The parameter in the address. */
  name: string
  label: string
  value: string | undefined
  options: readonly FilterOption[]
  /** The label of no choice; left out where one must be chosen. */
  all?: string
}

/** A day, not after today. */
export function FilterDay({
  name,
  label,
  value,
}: {
  name: string
  label: string
  value: string | undefined
}) {
  return (
    <p>
      <label htmlFor={`filter-${name}`}>{label}</label>
      <input
        id={`filter-${name}`}
        type="date"
        name={name}
        max={hongKongDay(now())}
        defaultValue={value}
      />
    </p>
  )
}

/** One of several values, each with its count in words. */
export async function FilterSelect({ name, label, value, options, all }: FilterSelectProps) {
  const [language, t] = [await getLocale(), await getTranslations('site.filter')]
  return (
    <p>
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name} defaultValue={value ?? ''}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            {...langOf(mainLanguage(option.label, language), language)}
          >
            {option.count === undefined
              ? option.label
              : t('option', { label: option.label, count: formatNumber(option.count, language) })}
          </option>
        ))}
      </select>
    </p>
  )
}

/** Several choices of one filter. @param filter what is chosen, by the parameters' names. */
export function FilterSelects({
  filter,
  selects,
}: {
  filter: Readonly<Record<string, unknown>>
  selects: readonly Omit<FilterSelectProps, 'value'>[]
}) {
  return selects.map((select) => (
    <FilterSelect
      key={select.name}
      {...select}
      value={filter[select.name] === undefined ? undefined : String(filter[select.name])}
    />
  ))
}

/** A filter in use, and the address of the list without it. */
export type AppliedFilter = { label: string; without: string }

type AppliedFiltersProps = {
  applied: readonly AppliedFilter[]
  /** The address of the list without any. */
  clear: string
}

/** The filters in use, each with a link that takes it away. Draws nothing when none is. */
export async function AppliedFilters({ applied, clear }: AppliedFiltersProps) {
  if (applied.length === 0) return null
  const [language, t] = [await getLocale(), await getTranslations('site.filter')]
  return (
    <ul className="applied" aria-label={t('applied')}>
      {applied.map(({ label, without }) => (
        <li key={without}>
          <a href={without}>
            <InLanguage text={label} /> <span aria-hidden="true">×</span>
            <span className="visually-hidden">
              <InLanguage text={t('remove', { label: inQuotation(label, language) })} />
            </span>
          </a>
        </li>
      ))}
      {applied.length > 1 && (
        <li>
          <a href={clear}>{t('clear')}</a>
        </li>
      )}
    </ul>
  )
}
