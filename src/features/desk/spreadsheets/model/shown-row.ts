import type { City } from '@/features/register/cities/model'
import type { Language } from '@/i18n/language'
import { type LocalizedText, pickText } from '@/i18n/localized-text'
import { columnKeys } from './columns'
import { isListColumn, labelOf } from './labels'
import { namesIn } from './rows'
import type { ItemRow, Scope } from './spreadsheet'

/** Everything that a downloaded file says. */
export type Download = {
  rows: ItemRow[]
  language: Language
  /** The cities of the register. */
  cities: City[]
  /** What each field is called, by its reference. */
  fieldNames: ReadonlyMap<string, LocalizedText>
  /** What each organisation is called, by its slug. */
  organisationNames: ReadonlyMap<string, LocalizedText>
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

/** Whether some row of the file is a placeholder entry, which may be given details. */
export function hasPlaceholders({ rows }: Pick<Download, 'rows'>): boolean {
  return rows.some(({ itemised }) => !itemised)
}

/** A row as the file shows it, in the order of the columns: lists by their labels, fields with their names. */
export function shownRow(
  { kind, reference, revision, cells }: ItemRow,
  download: Pick<Download, 'language' | 'fieldNames' | 'organisationNames' | 'cities'>,
): string[] {
  const { language, fieldNames, organisationNames, cities } = download
  const called = (cell: string, names: ReadonlyMap<string, LocalizedText>) =>
    namesIn(cell)
      .map((name) => nameLine(name, names.get(name), language))
      .join('\n')
  return columnKeys.map((key) => {
    switch (key) {
      case 'reference':
        return reference
      case 'revision':
        return String(revision)
      case 'kind':
        return labelOf('kind', kind, kind, language, cities)
      case 'field':
        return called(cells.field, fieldNames)
      case 'details.parties':
      case 'details.witnesses':
        return called(cells[key], organisationNames)
      default:
        return isListColumn(key) ? labelOf(key, cells[key], kind, language, cities) : cells[key]
    }
  })
}

/** A line of a cell that names something: its reference or slug, and what it is called. */
export function nameLine(
  name: string,
  label: LocalizedText | undefined,
  language: Language,
): string {
  return `${name} ${pickText(label, language)?.body ?? ''}`.trim()
}
