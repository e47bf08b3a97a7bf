import { getLocale, getTranslations } from 'next-intl/server'
import { FilterForm, FilterSelect } from '@/components/forms/filter-form'
import type { ShownRevision } from '@/features/register/log/model'
import { comparisonPage, type WithHistory } from '@/features/register/subjects/model/pages'
import { formatDay } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import type { ComparedEnd } from '../model/comparison'

type Props = {
  kind: WithHistory
  reference: string
  /** Newest first. */
  revisions: readonly ShownRevision[]
  /** What was asked for before, in vain or not: it stays chosen. */
  ends?: { from: ComparedEnd | null; to: ComparedEnd | null }
}

/** Two revisions to choose, each from a list: the last two unless others were asked for. Draws nothing for a single one. */
export async function CompareForm({ kind, reference, revisions, ends }: Props) {
  if (revisions.length < 2) return null
  const [language, t] = [await getLocale(), await getTranslations()]
  const options = revisions.map(({ revision, recordedAt, action }) => ({
    value: String(revision),
    label: t('compare.option', {
      number: String(revision),
      day: formatDay(recordedAt, language),
      action: t(`revisions.actions.${action}`),
    }),
  }))
  const others = (end: ComparedEnd | null | undefined) =>
    !end || options.some(({ value }) => value === end.asked)
      ? []
      : [
          {
            value: end.asked,
            label: end.isDay
              ? t('compare.ofDay', { day: formatDay(end.asked, language) })
              : end.asked,
          },
        ]
  const [latest, before] = options
  return (
    <FilterForm
      action={hrefTo(language, comparisonPage(kind, reference, null))}
      heading={t('compare.heading')}
      submit={t('compare.show')}
      isRoomy
    >
      <FilterSelect
        name="from"
        label={t('compare.from')}
        value={ends?.from?.asked ?? before?.value}
        options={[...others(ends?.from), ...options]}
      />
      <FilterSelect
        name="to"
        label={t('compare.to')}
        value={ends?.to?.asked ?? latest?.value}
        options={[...others(ends?.to), ...options]}
      />
    </FilterForm>
  )
}
