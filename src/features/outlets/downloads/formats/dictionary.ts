import { statesOf } from '@/features/register/states/model/states'
import { stateWords } from '@/features/register/states/wording'
import type { Language } from '@/i18n/language'
import { messagesIn } from '@/i18n/messages'
import { columnTypes, tableNames } from '../model/table'
import { columnsOf, type NamedColumn } from '../model/tables'
import { meaningOf } from '../wording/meaning'

/** The data dictionary as Markdown: every column of every file. docs/data-dictionary.md and the archive hold it. */
export function dictionaryFile(language: Language): string {
  const { downloads } = messagesIn(language)
  const { dictionary } = downloads
  const lines = [
    `# ${dictionary.title}`,
    '',
    dictionary.lead,
    '',
    `## ${dictionary.types}`,
    '',
    ...columnTypes.map((type) => `- \`${type}\`: ${downloads.types[type]}`),
    '',
  ]
  for (const table of tableNames) {
    lines.push(
      `## ${table}`,
      '',
      downloads.tables[table],
      '',
      `| ${dictionary.name} | ${dictionary.type} | ${dictionary.meaning} |`,
      '| --- | --- | --- |',
      ...columnsOf(table).map((column) => line(column, language)),
      '',
    )
  }
  const { origins, originDetails } = messagesIn(language).texts
  lines.push(
    `## ${dictionary.origins}`,
    '',
    ...Object.entries({ ...origins, ...originDetails }).map(
      ([code, says]) => `- \`${code}\`: ${says}`,
    ),
    '',
  )
  for (const kind of ['project', 'document'] as const) {
    lines.push(
      `## ${messagesIn(language).exchange.definitions[`${kind}States`]}`,
      '',
      ...statesOf(kind).map((state) => {
        const { label, definition } = stateWords(kind, state, language)
        return `- \`${state}\` (${label}): ${definition}`
      }),
      '',
    )
  }
  return lines.join('\n')
}

function line(column: NamedColumn, language: Language): string {
  const codes = column.codes?.map((code) => `\`${code}\``).join(' · ')
  const meaning = [meaningOf(column, language), codes].filter(Boolean).join(' ')
  return `| \`${column.name}\` | ${column.type} | ${meaning.replaceAll('|', '\\|')} |`
}
