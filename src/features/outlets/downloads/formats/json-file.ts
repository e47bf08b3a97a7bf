import { languages } from '@/i18n/language'
import { licenceText } from '@/i18n/licence'
import { messagesIn } from '@/i18n/messages'
import { environment } from '@/server/environment'
import type { Cell, FileFacts } from '../model/table'
import { columnsOf } from '../model/tables'
import { citeFile } from '../wording/cite'

/**
 * A list as JSON: what the file is, and its rows as objects under the names of the columns; values as they are,
 * nothing as null, lists as arrays.
 */
export async function jsonFile(facts: FileFacts, rows: AsyncIterable<Cell[][]>): Promise<Buffer> {
  const names = columnsOf(facts.table).map(({ name }) => name)
  const inLanguages = (say: (one: ReturnType<typeof messagesIn>) => string) =>
    Object.fromEntries(languages.map((language) => [language, say(messagesIn(language))]))
  const head = {
    table: facts.table,
    register: inLanguages(({ site }) => site.name),
    address: facts.address,
    as_at: facts.asAt,
    on: facts.on,
    head: facts.head,
    head_recorded_at: facts.headRecordedAt,
    not_itemised: facts.notItemised,
    independence: inLanguages(({ exchange }) => exchange.notes.independenceText),
    citation: Object.fromEntries(
      languages.map((language) => [language, citeFile(facts, language)]),
    ),
    licence: Object.fromEntries(languages.map((language) => [language, licenceText(language)])),
    licence_url: environment().DATA_LICENCE.url,
  }
  // A row a line, so that two files can be compared line by line.
  const parts = [`${JSON.stringify(head).slice(0, -1)},"rows":[`]
  let separator = '\n'
  for await (const some of rows) {
    for (const cells of some) {
      const row = Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null]))
      parts.push(separator, JSON.stringify(row))
      separator = ',\n'
    }
  }
  parts.push('\n]}\n')
  return Buffer.from(parts.join(''), 'utf8')
}
