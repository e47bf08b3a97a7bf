import { cityNamed } from '@/features/register/cities/model'
import { publisherIn } from '@/features/register/sources/model'
import type { ItemState } from '@/features/register/states/model/states'
import { assertionWord, stateWords } from '@/features/register/states/wording'
import { titleWords } from '@/features/register/texts/wording'
import { formatDate } from '@/i18n/formats'
import type { Language } from '@/i18n/language'
import { type LocalizedText, pickText } from '@/i18n/localized-text'
import { translatorIn } from '@/i18n/translator'
import { addSheet, heading, row, type Workbook } from '@/server/files/plain-sheet'
import { permalinkOf } from '../model/address'
import { type ReadableColumn, type ReadableRow, readableColumns } from '../model/readable'

/** What the sheet is written with: the language of the page that it was taken from, and what cities are called. */
export type Reading = {
  language: Language
  cities: Readonly<Record<string, LocalizedText>>
}

const columns = Object.keys(readableColumns) as ReadableColumn[]
const widths = Object.values(readableColumns)
/** Rows are no higher than this, so that a screen shows several. */
const mostLines = 8

/** The first sheet of a workbook: the items in words, for who reads and cites. All cells are texts. */
export async function writeReadable(
  workbook: Workbook,
  rows: AsyncIterable<ReadableRow[]>,
  reading: Reading,
): Promise<void> {
  const { language } = reading
  const t = translatorIn(language)
  const sheet = addSheet(
    workbook,
    t('downloads.readable.sheet'),
    widths.map((width) => ({ width, language })),
    { isTable: true },
  )
  heading(
    sheet,
    columns.map((column) => t(`downloads.readable.columns.${column}`)),
  )
  let count = 0
  for await (const some of rows) {
    for (const item of some) {
      row(sheet, textsOf(item, reading), mostLines)
      count += 1
    }
  }
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: Math.max(count, 1) + 1, column: columns.length },
  }
  sheet.commit()
}

/** A row in words, in the order of the columns. Several sources stand below one another, line by line. */
function textsOf(row: ReadableRow, { language, cities }: Reading): string[] {
  const t = translatorIn(language)
  const day = (iso: string | null) => (iso ? formatDate(iso, language) : '')
  const lines = (
    say: (citation: ReadableRow['citations'][number]) => string | null | undefined,
  ) => {
    const said = row.citations.map((citation) => say(citation)?.replace(/\s*\n\s*/g, ' ') ?? '')
    return said.some(Boolean) ? said.map((line) => line || '–').join('\n') : ''
  }
  const texts: Record<ReadableColumn, string> = {
    reference: row.reference,
    title: titleOf(row, language),
    field: row.fields
      .map(({ reference, name }) => `${reference} ${pickText(name, language)?.body ?? ''}`.trim())
      .join('\n'),
    state: row.state
      ? stateWords(row.kind, row.state as ItemState, language).label
      : t('standing.unknown'),
    asOf: day(row.asOf),
    saidBy: row.assertedBy ? assertionWord(row.assertedBy, language, cities) : '',
    confirmedBy: row.confirmedBy
      .map((code) => cityNamed(code, cities, language))
      .join(t('downloads.readable.separator')),
    publisher: lines(({ source }) => source && publisherIn(source, language).name),
    source: lines(({ source }) =>
      source
        ? [source.title, day(source.publishedOn)]
            .filter(Boolean)
            .join(t('downloads.readable.separator'))
        : null,
    ),
    address: lines(({ source }) => source?.url),
    quote: lines(({ quote }) => quote),
    lastNews: day(row.lastNews),
    permalink: permalinkOf(row.kind, row.reference, row.version, language) ?? '',
  }
  return columns.map((column) => texts[column])
}

/** What it is called; that the register's editors made the title is said, and that a slot has none. */
function titleOf({ kind, reference, title }: ReadableRow, language: Language): string {
  const slot = kind === 'project' ? 'projects.slot' : 'documents.slotTitle'
  return titleWords(title, language) ?? translatorIn(language)(slot, { reference })
}
