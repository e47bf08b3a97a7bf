import type { City } from '@/features/register/cities/model'
import type { Language } from '@/i18n/language'
import { type LocalizedText, pickText } from '@/i18n/localized-text'
import { columnKeys } from './columns'
import { isListColumn, labelOf } from './labels'
import type { ItemRow, Scope } from './spreadsheet'

/** Everything that a downloaded file says. */
export type Download = {
  rows: ItemRow[]
  language: Language
  /** The cities of the register. */
  cities: City[]
  /** What each field is called, by its reference. */
  fieldNames: ReadonlyMap<string, LocalizedText>
  /** The sources that the register holds. Days are ISO. */
  sources: {
    slug: string
    publisher: string
    publishedOn: string | null
    title: string | null
    url: string | null
  }[]
  /** When it was made, ISO. */
  at: string
  notes: {
    /** The register's address. */
    address: string
    scope: Scope
    /** The time in Hong Kong, as text. */
    downloaded: string
    /** The head of the log. */
    head: number
  }
}

/** A row as the file shows it, in the order of the columns: lists by their labels, fields with their names. */
export function shownRow(
  { kind, reference, revision, fields, cells }: ItemRow,
  { language, fieldNames, cities }: Pick<Download, 'language' | 'fieldNames' | 'cities'>,
): string[] {
  return columnKeys.map((key) => {
    switch (key) {
      case 'reference':
        return reference
      case 'revision':
        return String(revision)
      case 'kind':
        return labelOf('kind', kind, kind, language, cities)
      case 'field':
        return fields
          .map((field) =>
            `${field} ${pickText(fieldNames.get(field), language)?.body ?? ''}`.trim(),
          )
          .join('\n')
      default:
        return isListColumn(key) ? labelOf(key, cells[key], kind, language, cities) : cells[key]
    }
  })
}
