import { type Language, languages } from '@/i18n/language'
import { type LocalizedText, pickText } from '@/i18n/localized-text'
import type { Cell, Column, ColumnType } from './table'

type Meaning = Column<never>['meaning']

/** One column. @param codes all that it may say, where that is one of a list. */
export function column<Row>(
  name: string,
  type: ColumnType,
  meaning: Meaning,
  of: (row: Row) => Cell,
  codes?: readonly string[],
): Column<Row> {
  return { name, type, meaning, of, ...(codes ? { codes } : {}) }
}

/** A passage in each language, and where each text comes from. */
export function passage<Row>(
  name: string,
  meaning: Meaning,
  of: (row: Row) => LocalizedText,
): Column<Row>[] {
  return languages.flatMap((language) => [
    {
      name: inLanguage(name, language),
      type: 'text' as const,
      meaning,
      language,
      of: (row: Row) => of(row)[language]?.body ?? null,
    },
    {
      name: `${inLanguage(name, language)}_origin`,
      type: 'text' as const,
      meaning: 'origin' as const,
      of: (row: Row) => {
        const entry = of(row)[language]
        if (!entry) return null
        return entry.originDetail ? `${entry.origin}:${entry.originDetail}` : entry.origin
      },
    },
  ])
}

/** What others are called, in each language: a list in the order of theirs. */
export function names<Row>(
  name: string,
  meaning: Meaning,
  of: (row: Row) => readonly { name: LocalizedText; slug: string }[],
): Column<Row>[] {
  return languages.map((language) => ({
    name: inLanguage(name, language),
    type: 'list' as const,
    meaning,
    language,
    of: (row: Row) => of(row).map((other) => pickText(other.name, language)?.body ?? other.slug),
  }))
}

/** `title_zh_hant`, as the officers' spreadsheets have it too. */
export function inLanguage(name: string, language: Language): string {
  return `${name}_${language.toLowerCase().replace('-', '_')}`
}

/** A citation as a file has it. */
export type CitationCell = { source: string; quote: string | null; locator: string | null }
