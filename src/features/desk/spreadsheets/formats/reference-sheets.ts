import type { ItemState } from '@/features/register/states/model/states'
import { stateWords } from '@/features/register/states/wording'
import { type Language, languages } from '@/i18n/language'
import { licenceText } from '@/i18n/licence'
import { messagesIn } from '@/i18n/messages'
import { addSheet, heading, row, type Workbook } from '@/server/files/plain-sheet'
import { codesOf, labelOf } from '../model/labels'
import { type Download, nameLine } from '../model/shown-row'
import { definitionLists } from './validations'

/** How to fill the workbook in, in three languages side by side. */
export function writeGuide(workbook: Workbook, language: Language): void {
  const sheet = addSheet(workbook, messagesIn(language).exchange.sheets.guide, [
    ...languages.map((one) => ({ width: 60, language: one })),
  ])
  heading(
    sheet,
    languages.map((one) => messagesIn(one).exchange.sheets.guide),
  )
  const lines = Object.keys(messagesIn(language).exchange.guide) as GuideLine[]
  for (const line of lines) {
    row(
      sheet,
      languages.map((one) => messagesIn(one).exchange.guide[line]),
    )
  }
  sheet.commit()
}
type GuideLine = keyof ReturnType<typeof messagesIn>['exchange']['guide']

/** What may stand in each list, and what each state means, in three languages side by side. */
export function writeDefinitions(workbook: Workbook, { language, cities }: Download): void {
  const { sheets, definitions } = messagesIn(language).exchange
  const sheet = addSheet(workbook, sheets.definitions, [
    { width: 18, language: 'en' },
    ...languages.flatMap((one) => [
      { width: 22, language: one },
      { width: 44, language: one },
    ]),
  ])
  for (const { name, column, kind } of definitionLists) {
    heading(sheet, [definitions[name]])
    heading(sheet, [
      definitions.code,
      ...languages.flatMap((one) => {
        const { label, meaning } = messagesIn(one).exchange.definitions
        return [label, meaning]
      }),
    ])
    for (const code of codesOf(column, kind, cities)) {
      row(sheet, [
        code,
        ...languages.flatMap((one) => [
          labelOf(column, code, kind, one, cities),
          column === 'state' ? stateWords(kind, code as ItemState, one).definition : '',
        ]),
      ])
    }
    sheet.addRow([]).commit()
  }
  sheet.commit()
}

/** The sources that the register holds, to be named by the first column. */
export function writeSources(workbook: Workbook, { sources, language }: Download): void {
  const { sheets, sourceSheet } = messagesIn(language).exchange
  const sheet = addSheet(
    workbook,
    sheets.sources,
    [34, 30, 14, 50, 60].map((width) => ({ width, language })),
  )
  heading(sheet, [
    sourceSheet.slug,
    sourceSheet.publisher,
    sourceSheet.publishedOn,
    sourceSheet.title,
    sourceSheet.url,
  ])
  for (const { slug, publisher, publishedOn, title, url } of sources) {
    row(sheet, [slug, publisher, publishedOn ?? '', title ?? '', url ?? ''])
  }
  sheet.commit()
}

/** What the details of a placeholder entry can name: fields, and beside them organisations, in three languages. */
export function writeNames(workbook: Workbook, download: Download): void {
  const { language, fieldNames, organisationNames } = download
  const { sheets, nameSheet, languages: called } = words(language)
  const sheet = addSheet(
    workbook,
    sheets.names,
    [nameSheet.field, nameSheet.organisation].flatMap(() => [
      { width: 44, language },
      ...languages.map((one) => ({ width: 30, language: one })),
    ]),
  )
  heading(
    sheet,
    [nameSheet.field, nameSheet.organisation].flatMap((name) => [
      name,
      ...languages.map((one) => called[one]),
    ]),
  )
  const lists = [fieldNames, organisationNames].map((names) => [...names])
  for (let at = 0; at < Math.max(...lists.map(({ length }) => length)); at++) {
    row(
      sheet,
      lists.flatMap((list) => {
        const [name, label] = list[at] ?? []
        if (name === undefined) return ['', ...languages.map(() => '')]
        return [
          nameLine(name, label, language),
          ...languages.map((one) => label?.[one]?.body ?? ''),
        ]
      }),
    )
  }
  sheet.commit()
}

function words(language: Language) {
  const { exchange, desk } = messagesIn(language)
  return { ...exchange, languages: desk.languages }
}

/** Where the data come from, as of when, and what may be done with them. */
export function writeNotes(workbook: Workbook, download: Download): void {
  const sheet = addSheet(workbook, messagesIn(download.language).exchange.sheets.notes, [
    ...languages.flatMap((one) => [
      { width: 22, language: one },
      { width: 50, language: one },
    ]),
  ])
  const { address, scope, downloaded, head } = download.notes
  const value = {
    register: (one: Language) => messagesIn(one).site.name,
    address: () => address,
    scope: (one: Language) => {
      const name = messagesIn(one).exchange.download[scope.kind]
      return scope.kind === 'mine' ? name : `${name} ${scope.reference}`
    },
    downloaded: () => downloaded,
    head: () => String(head),
    independence: (one: Language) => messagesIn(one).exchange.notes.independenceText,
    sources: (one: Language) => messagesIn(one).exchange.notes.sourcesText,
    licence: licenceText,
  } as const
  for (const [name, say] of Object.entries(value)) {
    const key = name as keyof typeof value
    row(
      sheet,
      languages.flatMap((one) => [messagesIn(one).exchange.notes[key], say(one)]),
    )
  }
  sheet.commit()
}
