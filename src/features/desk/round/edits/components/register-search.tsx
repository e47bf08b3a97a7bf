import { getLocale, getTranslations } from 'next-intl/server'
import { FilterForm, FilterSelect, SearchField } from '@/components/forms/filter-form'
import { editorPage } from '@/features/desk/frame/model'
import type { Officer } from '@/features/desk/officers/model'
import { editableKinds } from '@/features/register/subjects/model/kinds'
import { hrefTo } from '@/i18n/navigation'
import type { RegisterFilter } from '../input'
import { mayPropose } from '../model/edit'
import type { RegisterList } from '../queries/list-register'

/** The words and the kind that the list of the register is asked for, and how many of each kind have these words. */
export async function RegisterSearch({
  filter: { q, show },
  list: { kind, counts },
}: {
  filter: RegisterFilter
  list: RegisterList
}) {
  const [language, t, kinds] = [
    await getLocale(),
    await getTranslations('edits.register'),
    await getTranslations('texts.kinds'),
  ]
  const kept = { ...(q ? { q } : {}), ...(show ? { show } : {}) }
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const tabs = [
    { value: 'all', current: kind === null, label: t('tab', { kind: t('all'), count: total }) },
    ...editableKinds.map((one) => ({
      value: one,
      current: kind === one,
      label: t('tab', { kind: kinds(one), count: counts[one] }),
    })),
  ]
  return (
    <>
      <FilterForm action={hrefTo(language, '/desk/register')}>
        <SearchField label={t('search')} value={q} />
        <FilterSelect
          name="show"
          label={t('which')}
          value={show}
          options={[{ value: 'slots', label: t('slotsOnly') }]}
          all={t('everything')}
        />
      </FilterForm>
      <nav aria-label={t('tabs')}>
        <ul className="register-tabs">
          {tabs.map(({ value, current, label }) => (
            <li key={value}>
              <a
                href={hrefTo(language, {
                  pathname: '/desk/register',
                  query: { ...kept, kind: value },
                })}
                {...(current ? { 'aria-current': 'true' as const } : {})}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}

/** What an officer may add to the register. */
export async function RegisterAdditions({ officer }: { officer: Officer }) {
  const [language, t] = [await getLocale(), await getTranslations('edits.register')]
  const kinds = editableKinds.filter((kind) => mayPropose(officer, kind, null))
  if (kinds.length === 0) return null
  return (
    <section>
      <h2>{t('addHeading')}</h2>
      <ul className="register-add">
        {kinds.map((kind) => (
          <li key={kind}>
            <a href={hrefTo(language, editorPage(kind, null))}>{t(`add.${kind}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
