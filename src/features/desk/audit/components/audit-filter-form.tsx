import { getLocale, getTranslations } from 'next-intl/server'
import { AppliedFilters, FilterForm, FilterSelects } from '@/components/forms/filter-form'
import type { ListedOfficer } from '@/features/desk/officers/model'
import { formatDay } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import { type AuditFilter, auditFilter } from '../input'
import { actionName, namedActions } from '../model'

/** What the audit trail is filtered by, sent by a button, and the conditions in use. */
export async function AuditFilterForm({
  filter,
  officers,
}: {
  filter: AuditFilter
  officers: readonly ListedOfficer[]
}) {
  const [language, t] = [await getLocale(), await getTranslations('audit')]
  const path = '/desk/audit'
  const without = (name: keyof AuditFilter) =>
    hrefTo(language, {
      pathname: path,
      query: auditFilter.write(auditFilter.without(filter, name)),
    })
  const actions = namedActions(language)
  const officerName = officers.find(({ id }) => id === filter.officer)?.name
  const applied = [
    { name: 'officer', label: filter.officer && (officerName ?? t('officer')) },
    { name: 'action', label: filter.action && actionName(filter.action, language) },
    { name: 'outcome', label: filter.outcome && t(`outcomes.${filter.outcome}`) },
    { name: 'subject', label: filter.subject },
    { name: 'from', label: filter.from && `${t('from')} ${formatDay(filter.from, language)}` },
    { name: 'to', label: filter.to && `${t('to')} ${formatDay(filter.to, language)}` },
  ] as const
  const options = {
    officer: officers.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` })),
    action: [
      ...actions.map(({ code, name }) => ({ value: code, label: name })),
      // An act that has no label yet, reached through a link.
      ...(filter.action && !actions.some(({ code }) => code === filter.action)
        ? [{ value: filter.action, label: filter.action }]
        : []),
    ],
    outcome: (['done', 'refused'] as const).map((value) => ({
      value,
      label: t(`outcomes.${value}`),
    })),
  }
  const selects = (['officer', 'action', 'outcome'] as const).map((name) => ({
    name,
    label: t(name),
    all: t('all'),
    options: options[name],
  }))
  return (
    <>
      <FilterForm action={hrefTo(language, path)}>
        <FilterSelects filter={filter} selects={selects} />
        <p>
          <label htmlFor="filter-subject">{t('subject')}</label>
          <input
            id="filter-subject"
            name="subject"
            defaultValue={filter.subject}
            placeholder={t('subjectHint')}
            autoComplete="off"
          />
        </p>
        {(['from', 'to'] as const).map((name) => (
          <p key={name}>
            <label htmlFor={`filter-${name}`}>{t(name)}</label>
            <input id={`filter-${name}`} name={name} type="date" defaultValue={filter[name]} />
          </p>
        ))}
      </FilterForm>
      <AppliedFilters
        applied={applied.flatMap(({ name, label }) =>
          label ? [{ label, without: without(name) }] : [],
        )}
        clear={hrefTo(language, path)}
      />
    </>
  )
}
