import { getLocale, getTranslations } from 'next-intl/server'
import { Choice } from '@/components/forms/choice'
import type { City } from '@/features/register/cities/model'
import { columnsOf, isCitation } from '../model/compare'
import { columnLabel } from '../model/labels'
import type { Conflict, Finding } from '../model/spreadsheet'
import { CellText } from './cell-text'

const citationWords = { citation: 'citation', 'details.citation': 'detailsCitation' } as const

/** A place that two people have changed: what it was, theirs and mine, and the choice between the two. */
export async function ConflictChoice({
  name,
  conflict,
  kind,
  mayDecide,
  cities,
}: {
  /** How the choice is kept: `6-4.2 note.en`. */
  name: string
  conflict: Conflict
  kind: Finding['kind']
  mayDecide: boolean
  cities: readonly City[]
}) {
  const [language, t] = [await getLocale(), await getTranslations('exchange.row')]
  const { place, base, mine, theirs, decision } = conflict
  const column = isCitation(place) ? t(citationWords[place]) : columnLabel(place, language)
  const choices = [
    { choice: 'theirs', label: t('theirs'), texts: theirs },
    { choice: 'mine', label: t('mine'), texts: mine },
  ] as const
  return (
    <fieldset className="desk-group exchange-conflict" disabled={!mayDecide}>
      <legend>{t('conflict', { column })}</legend>
      <div>
        <b>{t('base')}</b>{' '}
        <PlaceText conflict={conflict} texts={base} kind={kind} cities={cities} />
      </div>
      {choices.map(({ choice, label, texts }) => (
        <Choice
          key={choice}
          type="radio"
          name={`decide:${name}`}
          value={choice}
          defaultChecked={decision === choice}
        >
          <b>{label}</b> <PlaceText conflict={conflict} texts={texts} kind={kind} cities={cities} />
        </Choice>
      ))}
    </fieldset>
  )
}

/** What stands at a place: one cell, or the cells of a citation with their names. */
async function PlaceText({
  conflict: { place },
  texts,
  kind,
  cities,
}: {
  conflict: Conflict
  texts: readonly string[]
  kind: Finding['kind']
  cities: readonly City[]
}) {
  const language = await getLocale()
  const columns = columnsOf(place)
  const cells = columns.map((column, index) => ({ column, text: texts[index] ?? '' }))
  const shown = cells.filter(({ text }) => text !== '')
  if (!isCitation(place) || shown.length === 0) {
    const [only] = cells
    return only ? <CellText {...only} kind={kind} cities={cities} /> : null
  }
  return (
    <>
      {shown.map(({ column, text }) => (
        <span key={column} className="exchange-part">
          {columnLabel(column, language)}{' '}
          <CellText column={column} text={text} kind={kind} cities={cities} />
        </span>
      ))}
    </>
  )
}
