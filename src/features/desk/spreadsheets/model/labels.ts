import type { City } from '@/features/register/cities/model'
import { documentKinds } from '@/features/register/documents/model'
import { sourceKinds } from '@/features/register/sources/model'
import { assertionsOf } from '@/features/register/states/model/statements'
import { type ItemKind, type ItemState, statesOf } from '@/features/register/states/model/states'
import { assertionOfSides, stateWords } from '@/features/register/states/wording'
import { type Language, languages } from '@/i18n/language'
import { messagesIn } from '@/i18n/messages'
import { type ColumnKey, columnKeys, plainName } from './columns'

/** What a column is called in a language. */
export function columnLabel(key: ColumnKey, language: Language): string {
  return messagesIn(language).exchange.columns[columnMessage(key)]
}

/** The key of a column's label in messages `exchange.columns`, which cannot hold a dot. */
export function columnMessage(key: ColumnKey): MessageKey<ColumnKey> {
  return key.replaceAll('.', '_') as MessageKey<ColumnKey>
}
type MessageKey<Key extends string> = Key extends `${infer Head}.${infer Tail}`
  ? `${Head}_${MessageKey<Tail>}`
  : Key

/** The columns whose cells are one of a list, with the list. */
export const listColumns = [
  'kind',
  'state',
  'assertedBy',
  'source.kind',
  'source.language',
  'details.language',
  'details.kind',
  'details.source.kind',
  'details.source.language',
] as const
export type ListColumn = (typeof listColumns)[number]

export function isListColumn(key: ColumnKey): key is ListColumn {
  return (listColumns as readonly string[]).includes(key)
}

/** The codes that a cell of a list column may hold, in their order. @param cities those of the register. */
export function codesOf(
  column: ListColumn,
  kind: ItemKind,
  cities: readonly City[],
): readonly string[] {
  switch (column) {
    case 'kind':
      return ['project', 'document']
    case 'state':
      return statesOf(kind)
    case 'assertedBy':
      return assertionsOf(cities)
    case 'source.kind':
    case 'details.source.kind':
      return sourceKinds
    case 'source.language':
    case 'details.source.language':
    case 'details.language':
      return languages
    case 'details.kind':
      return documentKinds
  }
}

/** What a code of a list column is called in a language. An empty cell stays empty. */
export function labelOf(
  column: ListColumn,
  code: string,
  kind: ItemKind,
  language: Language,
  cities: readonly City[],
): string {
  if (!codesOf(column, kind, cities).includes(code)) return code
  const { exchange, desk, documents } = messagesIn(language)
  switch (column) {
    case 'kind':
      return exchange.kinds[code as ItemKind]
    case 'state':
      return stateWords(kind, code as ItemState, language).label
    case 'assertedBy':
      return assertionOfSides(code, language, cities)
    case 'source.kind':
    case 'details.source.kind':
      return desk.form.source.kinds[code as (typeof sourceKinds)[number]]
    case 'source.language':
    case 'details.source.language':
    case 'details.language':
      return desk.languages[code as Language]
    case 'details.kind':
      return documents.kinds[code as (typeof documentKinds)[number]]
  }
}

/** The code that a cell of a list column means, written as code or as label in any language; null for none. */
export function codeOf(
  column: ListColumn,
  text: string,
  kind: ItemKind,
  cities: readonly City[],
): string | null {
  const written = folded(text)
  const found = codesOf(column, kind, cities).find(
    (code) =>
      folded(code) === written ||
      languages.some(
        (language) => folded(labelOf(column, code, kind, language, cities)) === written,
      ),
  )
  return found ?? null
}

/** What columns were called until their labels changed: files downloaded before are still filled in and uploaded. */
export const formerLabels: Readonly<Record<string, ColumnKey>> = {
  'Asserted by': 'assertedBy',
  由誰說明: 'assertedBy',
  由谁说明: 'assertedBy',
  状况: 'state',
  '說明（繁體）': 'note.zh-Hant',
  '說明（簡體）': 'note.zh-Hans',
  '說明（英文）': 'note.en',
  '说明（繁体）': 'note.zh-Hant',
  '说明（简体）': 'note.zh-Hans',
  '说明（英文）': 'note.en',
  'Source of the register': 'source',
  'Where in the source': 'locator',
  '新來源：語文': 'source.language',
  '新来源：语文': 'source.language',
}

const headers = new Map([
  ...Object.entries(formerLabels).map(([label, key]) => [folded(label), key] as const),
  ...columnKeys.flatMap((key) => [
    [folded(key), key] as const,
    [folded(plainName(key)), key] as const,
    ...languages.map((language) => [folded(columnLabel(key, language)), key] as const),
  ]),
])

/** The column that a header names: by its key, its name in public files, or its label in any language, now or before; null for none. */
export function columnNamed(header: string): ColumnKey | null {
  return headers.get(folded(header)) ?? null
}

/** A word as it is compared: without regard to width, case and space. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
