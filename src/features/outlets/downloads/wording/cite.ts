import { formatDay } from '@/i18n/formats'
import type { Language } from '@/i18n/language'
import { translatorIn } from '@/i18n/translator'
import type { FileFacts } from '../model/table'

/** A file as somebody cites it: which list, up to which revision of the log and of which day, and its address. */
export function citeFile(facts: FileFacts, language: Language): string {
  const t = translatorIn(language)
  const { table, head, headRecordedAt, asAt, on, address } = facts
  const day = asAt ?? headRecordedAt
  return t('downloads.notes.citeText', {
    register: t('site.name'),
    table: on
      ? `${t(`downloads.names.${table}`)} – ${t('standing.title', { day: formatDay(on, language) })}`
      : t(`downloads.names.${table}`),
    head: String(head),
    date: day ? formatDay(day, language) : '–',
    address,
  })
}
