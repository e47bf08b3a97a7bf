import { getLocale, getTranslations } from 'next-intl/server'
import {
  AppliedFilters,
  FilterForm,
  FilterSelects,
  SearchField,
} from '@/components/forms/filter-form'
import { editableKinds } from '@/features/register/subjects/model/kinds'
import {
  type CountedSubject,
  type TextBoard,
  type TextState,
  textStates,
} from '@/features/register/texts/model/text'
import { formatNumber } from '@/i18n/formats'
import { languages } from '@/i18n/language'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { type TextFilter, textFilter } from '../input'
import { TextStateMark } from './text-state-mark'

type Props = { filter: TextFilter; board: TextBoard }

/** How many texts are in each state; each count links to them. */
export async function TextCounts({ filter, board }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('texts.board')]
  const desk = await getTranslations('desk.languages')
  const to = (state: TextState) =>
    hrefTo(language, {
      pathname: '/desk/texts',
      query: textFilter.write({ ...textFilter.without(filter, 'state'), state }),
    })
  const heading = filter.language ? t('countsIn', { language: desk(filter.language) }) : t('counts')
  return (
    <nav aria-label={heading}>
      <ul className="text-counts">
        {textStates.map((state) => (
          <li key={state}>
            <a
              className="text-link"
              href={to(state)}
              {...(filter.state === state ? { 'aria-current': 'true' as const } : {})}
            >
              <TextStateMark state={state} /> <b>{formatNumber(board.states[state], language)}</b>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The filter of the board, and the conditions in use. */
export async function TextFilterForm({ filter, board }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('texts')]
  const [site, desk] = [
    await getTranslations('site.filter'),
    await getTranslations('desk.languages'),
  ]
  const nameOf = ({ name, reference }: CountedSubject) =>
    `${reference} ${pickText(name, language)?.body ?? ''}`
  const subjects = (list: readonly CountedSubject[]) =>
    list.map((one) => ({ value: one.reference, label: nameOf(one), count: one.count }))
  const labels: Partial<Record<keyof TextFilter, string | undefined>> = {
    q: filter.q,
    language: filter.language && desk(filter.language),
    state: filter.state && t(`states.${filter.state}`),
    kind: filter.kind && t(`kinds.${filter.kind}`),
    field: filter.field,
    conference: filter.conference && `${t('board.filters.conference')} ${filter.conference}`,
    mine: filter.mine && t('board.filters.mineYes'),
  }
  const kindsHeld = editableKinds.filter((kind) => board.kinds[kind] !== undefined)
  const options = {
    state: textStates.map((value) => ({
      value,
      label: t(`states.${value}`),
      count: board.states[value],
    })),
    kind: kindsHeld.map((value) => ({
      value,
      label: t(`kinds.${value}`),
      count: board.kinds[value] ?? 0,
    })),
    field: subjects(board.fields),
    conference: subjects(board.conferences),
  }
  const selects = [
    {
      name: 'language',
      label: t('board.filters.language'),
      all: t('board.filters.allLanguages'),
      options: languages.map((value) => ({ value, label: desk(value) })),
    },
    ...(['state', 'kind', 'field', 'conference'] as const).map((name) => ({
      name,
      label: t(`board.filters.${name}`),
      all: site('all'),
      options: options[name],
    })),
    {
      name: 'mine',
      label: t('board.filters.mine'),
      options: [
        { value: '', label: t('board.filters.mineAll') },
        { value: 'yes', label: t('board.filters.mineYes') },
      ],
    },
  ]
  return (
    <>
      <FilterForm action={hrefTo(language, '/desk/texts')}>
        <SearchField label={t('board.filters.q')} value={filter.q} />
        <FilterSelects filter={filter} selects={selects} />
      </FilterForm>
      <AppliedFilters
        applied={Object.entries(labels).flatMap(([key, label]) => {
          const query = textFilter.write(textFilter.without(filter, key as keyof TextFilter))
          const without = hrefTo(language, { pathname: '/desk/texts', query })
          return label ? [{ label, without }] : []
        })}
        clear={hrefTo(language, '/desk/texts')}
      />
    </>
  )
}
