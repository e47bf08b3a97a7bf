import type { Language } from '@/i18n/language'
import { messagesIn } from '@/i18n/messages'
import type { NamedColumn } from '../model/tables'

/** What a column says, in words of a language. */
export function meaningOf(column: NamedColumn, language: Language): string {
  const messages = messagesIn(language)
  const meaning = messages.downloads.columns[column.meaning]
  return column.language
    ? meaning.replace('{language}', messages.desk.languages[column.language])
    : meaning
}
