import type ExcelJS from 'exceljs'
import type { City } from '@/features/register/cities/model'
import { type Language, languages } from '@/i18n/language'
import { messagesIn } from '@/i18n/messages'
import { type ColumnKey, columnKeys } from '../model/columns'
import { codesOf, type ListColumn, labelOf } from '../model/labels'

/** The rows of the sheet of items, and how long the list of sources is. */
export type SheetPlaces = {
  first: number
  last: number
  language: Language
  sources: number
  cities: readonly City[]
  /** How many fields and organisations their sheet lists; null where there is none. */
  named: { fields: number; organisations: number } | null
}

/** The lists of the sheet of definitions, one below the other, each with a heading and a row of headings. */
export const definitionLists = [
  { name: 'projectStates', column: 'state', kind: 'project' },
  { name: 'documentStates', column: 'state', kind: 'document' },
  { name: 'documentKinds', column: 'details.kind', kind: 'document' },
  { name: 'assertions', column: 'assertedBy', kind: 'project' },
  { name: 'sourceKinds', column: 'source.kind', kind: 'project' },
  { name: 'sourceLanguages', column: 'source.language', kind: 'project' },
] as const satisfies readonly { name: string; column: ListColumn; kind: 'project' | 'document' }[]
type ListName = (typeof definitionLists)[number]['name']

/** The first and last row of each list on the sheet of definitions. */
export function rowsOfLists(
  cities: readonly City[],
): Record<ListName, { first: number; last: number }> {
  let at = 1
  return Object.fromEntries(
    definitionLists.map(({ name, column, kind }) => {
      const first = at + 2
      const last = first + codesOf(column, kind, cities).length - 1
      at = last + 2
      return [name, { first, last }]
    }),
  ) as Record<ListName, { first: number; last: number }>
}

/** The column of labels in a language on the sheet of definitions: after the code, label and meaning of each. */
function labelColumn(language: Language): string {
  return 'BDF'[languages.indexOf(language)] ?? 'B'
}

/** Validation of the sheet of items. It only helps while typing; the upload decides what is refused. */
export function itemValidations({ first, last, language, sources, cities, named }: SheetPlaces): {
  range: string
  validation: ExcelJS.DataValidation
}[] {
  const { sheets, invalid } = messagesIn(language).exchange
  const lists = rowsOfLists(cities)
  const rangeOf = (name: ListName) => {
    const column = labelColumn(language)
    return `'${sheets.definitions}'!$${column}$${lists[name].first}:$${column}$${lists[name].last}`
  }
  const list = (formula: string, error: string = invalid.list): ExcelJS.DataValidation => ({
    type: 'list',
    allowBlank: true,
    formulae: [formula],
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: invalid.title,
    error,
  })
  const isProject = `$${letterOf('kind')}${first}="${labelOf('kind', 'project', 'project', language, cities)}"`
  const day: ExcelJS.DataValidation = {
    type: 'textLength',
    operator: 'lessThanOrEqual',
    allowBlank: true,
    formulae: [40],
    showInputMessage: true,
    promptTitle: invalid.dayTitle,
    prompt: invalid.day,
    showErrorMessage: true,
    errorTitle: invalid.dayTitle,
    error: invalid.day,
  }
  const ofSources = list(`'${sheets.sources}'!$A$2:$A$${Math.max(sources, 1) + 1}`, invalid.source)
  // Several may stand in a cell, one a line: the list offers, and does not insist.
  const several = (letter: string, length: number): ExcelJS.DataValidation => ({
    type: 'list',
    allowBlank: true,
    formulae: [`'${sheets.names}'!$${letter}$2:$${letter}$${Math.max(length, 1) + 1}`],
    showErrorMessage: false,
    showInputMessage: true,
    promptTitle: invalid.severalTitle,
    prompt: invalid.several,
  })
  const details: Partial<Record<ColumnKey, ExcelJS.DataValidation>> = named
    ? {
        field: several('A', named.fields),
        'details.language': list(rangeOf('sourceLanguages')),
        'details.kind': list(rangeOf('documentKinds')),
        'details.signedOn': day,
        'details.parties': several('E', named.organisations),
        'details.witnesses': several('E', named.organisations),
        'details.source': ofSources,
        'details.source.publishedOn': day,
        'details.source.kind': list(rangeOf('sourceKinds')),
        'details.source.language': list(rangeOf('sourceLanguages')),
      }
    : {}
  const validations: Partial<Record<ColumnKey, ExcelJS.DataValidation>> = {
    ...details,
    state: list(`IF(${isProject},${rangeOf('projectStates')},${rangeOf('documentStates')})`),
    asOf: day,
    assertedBy: list(rangeOf('assertions')),
    source: ofSources,
    'source.publishedOn': day,
    'source.kind': list(rangeOf('sourceKinds')),
    'source.language': list(rangeOf('sourceLanguages')),
  }
  return Object.entries(validations).map(([key, validation]) => {
    const letter = letterOf(key as ColumnKey)
    return { range: `${letter}${first}:${letter}${last}`, validation }
  })
}

/** The letters of a column of the sheet of items. */
function letterOf(key: ColumnKey): string {
  const index = columnKeys.indexOf(key)
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `A${letter}`
}
