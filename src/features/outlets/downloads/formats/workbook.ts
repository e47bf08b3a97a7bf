import { type ItemKind, statesOf } from '@/features/register/states/model/states'
import { stateWords } from '@/features/register/states/wording'
import { formatDay } from '@/i18n/formats'
import { type Language, languages } from '@/i18n/language'
import { licenceText } from '@/i18n/licence'
import { messagesIn } from '@/i18n/messages'
import { translatorIn } from '@/i18n/translator'
import { addSheet, heading, openWorkbook, row, type Workbook } from '@/server/files/plain-sheet'
import { bold, escaped, fonts, heightOf, shaded } from '@/server/files/sheet-styles'
import type { ReadableRow } from '../model/readable'
import { type Cell, cellText, type FileFacts } from '../model/table'
import { columnsOf, type NamedColumn } from '../model/tables'
import { citeFile } from '../wording/cite'
import { meaningOf } from '../wording/meaning'
import { type Reading, writeReadable } from './readable-sheet'

/**
 * A list as a workbook: where there is one, a sheet for who reads and cites; its rows, what each column means, and notes with its source, as of when, the terms of
 * use and the meaning of the states, in three languages side by side. Every cell is text, so that no program
 * turns a reference into a date or a number. Yields to other requests while it works.
 */
export async function workbookFile(
  facts: FileFacts,
  rows: AsyncIterable<Cell[][]>,
  readable: Readable | null,
): Promise<Buffer> {
  const { workbook, bytes } = openWorkbook(messagesIn('en').site.name, facts.headRecordedAt)
  workbook.modified = workbook.created
  if (readable) await writeReadable(workbook, readable.rows, readable.reading)
  await writeRows(workbook, facts, rows)
  writeNotes(workbook, facts)
  writeColumns(workbook, facts)
  await workbook.commit()
  return bytes
}

/** The first sheet of a list of items. */
type Readable = { rows: AsyncIterable<ReadableRow[]>; reading: Reading }

/** Rows are no higher than this, so that a screen shows several. */
const mostLines = 6

async function writeRows(
  workbook: Workbook,
  { table }: FileFacts,
  rows: AsyncIterable<Cell[][]>,
): Promise<void> {
  const columns = columnsOf(table)
  const sheet = workbook.addWorksheet(table, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, printTitlesRow: '1:1' },
  })
  sheet.columns = columns.map((column) => ({
    width: widthOf(column),
    style: {
      numFmt: '@',
      font: fonts[column.language ?? 'zh-Hant'],
      alignment: { wrapText: true, vertical: 'top' },
    },
  }))
  const header = sheet.addRow(columns.map(({ name }) => name))
  header.eachCell((cell) => {
    cell.style = { ...cell.style, font: bold(fonts.en), fill: shaded }
  })
  header.commit()
  let count = 0
  for await (const some of rows) {
    for (const cells of some) {
      const texts = cells.map(cellText).map(fitting)
      const added = sheet.addRow(texts.map(escaped))
      added.height = heightOf(texts, columns.map(widthOf), mostLines)
      added.commit()
      count += 1
    }
  }
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: Math.max(count, 1) + 1, column: columns.length },
  }
  sheet.commit()
}

/** The most that a cell holds, in Excel. */
const mostCharacters = 32_767

/** What is longer than a cell can be ends with an ellipsis; CSV and JSON have it whole. */
function fitting(text: string): string {
  return text.length > mostCharacters
    ? `${text.slice(0, mostCharacters - 1).toWellFormed()}…`
    : text
}

function widthOf({ name, type, language }: NamedColumn): number {
  if (name.endsWith('_origin')) return 18
  if (type === 'json') return 44
  if (language) return name.startsWith('text') ? 48 : 32
  return name === 'quote' || type === 'list' ? 30 : 16
}

/** Where the rows come from, as of when, what may be done with them, and what the states mean. */
function writeNotes(workbook: Workbook, facts: FileFacts): void {
  const sheet = addSheet(
    workbook,
    'notes',
    languages.flatMap((language) => [
      { width: 22, language },
      { width: 50, language },
    ]),
  )
  const beside = (say: (language: Language) => [string, string]) =>
    row(sheet, languages.flatMap(say))
  for (const [label, value] of notesOf(facts)) {
    beside((language) => [label(language), value(language)])
  }
  for (const kind of ['project', 'document'] as const satisfies ItemKind[]) {
    sheet.addRow([]).commit()
    heading(
      sheet,
      languages.flatMap((language) => [
        messagesIn(language).exchange.definitions[`${kind}States`],
        messagesIn(language).exchange.definitions.meaning,
      ]),
    )
    for (const state of statesOf(kind)) {
      beside((language) => {
        const { label, definition } = stateWords(kind, state, language)
        return [`${label} (${state})`, definition]
      })
    }
  }
  sheet.commit()
}

function dayTitle(on: string, language: Language): string {
  return translatorIn(language)('standing.title', { day: formatDay(on, language) })
}

type Note = [label: (language: Language) => string, value: (language: Language) => string]

/** What the notes say, line by line. */
function notesOf(facts: FileFacts): Note[] {
  const isOfDocuments = facts.table === 'documents' || facts.table === 'organisations'
  const mayBelong = facts.notItemised > 0 && (isOfDocuments ? 'documents' : 'projects')
  const exchange = (language: Language) => messagesIn(language).exchange.notes
  const own = (language: Language) => messagesIn(language).downloads.notes
  return [
    [(one) => exchange(one).register, (one) => messagesIn(one).site.name],
    [(one) => exchange(one).address, () => facts.address],
    [(one) => own(one).asAt, (one) => facts.asAt ?? own(one).present],
    ...(facts.on
      ? [
          [
            (one: Language) => messagesIn(one).standing.label,
            (one: Language) => dayTitle(facts.on as string, one),
          ] satisfies Note,
        ]
      : []),
    [(one) => exchange(one).head, () => String(facts.head)],
    [(one) => own(one).headRecordedAt, () => facts.headRecordedAt ?? ''],
    ...(mayBelong
      ? [
          [
            (one: Language) => own(one).notItemised,
            (one: Language) =>
              translatorIn(one)(`texts.mayBelong.${mayBelong}`, { count: facts.notItemised }),
          ] satisfies Note,
        ]
      : []),
    [(one) => own(one).cite, (one) => citeFile(facts, one)],
    [(one) => exchange(one).independence, (one) => exchange(one).independenceText],
    [(one) => exchange(one).sources, (one) => exchange(one).sourcesText],
    [(one) => exchange(one).licence, licenceText],
  ]
}

/** What each column says, in three languages side by side. */
function writeColumns(workbook: Workbook, { table }: FileFacts): void {
  const sheet = addSheet(workbook, 'columns', [
    { width: 30, language: 'en' },
    { width: 12, language: 'en' },
    ...languages.map((language) => ({ width: 50, language })),
  ])
  heading(sheet, [
    'name',
    'type',
    ...languages.map((language) => messagesIn(language).exchange.definitions.meaning),
  ])
  for (const column of columnsOf(table)) {
    row(sheet, [
      column.name,
      column.type,
      ...languages.map((language) => meaningOf(column, language)),
    ])
  }
  sheet.commit()
}
