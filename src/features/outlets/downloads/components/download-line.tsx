import { getLocale, getTranslations } from 'next-intl/server'
import { type Language, pathPrefixes } from '@/i18n/language'
import { aboutMoment, shownDay, shownMoment, shownRevision } from '@/i18n/shown-moment'
import { isReadable } from '../model/readable'
import { type Format, formats, type TableName, tellsDays } from '../model/table'

type Props = {
  table: TableName
  /** What narrows the file: the list's filter, or the subject by its reference. */
  query?: Record<string, string>
  /** The moment that the page was asked for, as its address has it. */
  at: unknown
  /** What is taken away: a list, or the subject of the page alone. */
  of: 'list' | 'item'
}

/**
 * Where what the page shows can be taken away, in each form. Draws nothing on a revision's page, since files hold
 * what is current, or of a day; nor before the register began; nor, where the page tells how things stood on a day,
 * for a list that does not.
 */
export async function DownloadLine({ table, query, at, of }: Props) {
  const moment = shownMoment()
  if (shownRevision() || (moment?.at && moment.begins)) return null
  if (moment?.on && !tellsDays(table)) return null
  const t = await getTranslations('downloads.line')
  return (
    <p className="download-line">
      {t(of)}
      {t('colon')}
      <FileLinks table={table} query={{ ...query, ...momentIn(at) }} />
    </p>
  )
}

/** The files of a list, one of each form. @param label what one is called, where its form alone would not tell. */
export async function FileLinks({
  table,
  query,
  label,
}: {
  table: TableName
  query: Record<string, string>
  label?: (format: string) => string
}) {
  const language = await getLocale()
  return formats.map((format, index) => (
    <span key={format}>
      {index > 0 && ' · '}
      <a
        href={fileHref(table, format, { ...query, ...readIn(table, format, language) })}
        aria-label={label?.(format.toUpperCase())}
        download
      >
        {format.toUpperCase()}
      </a>
    </span>
  ))
}

/** A workbook with a sheet for reading has it in the language of the page; Traditional needs no saying. */
function readIn(table: TableName, format: Format, language: Language): { lang?: string } {
  if (format !== 'xlsx' || !isReadable(table) || language === 'zh-Hant') return {}
  return { lang: pathPrefixes[language].slice(1) }
}

/** The path of a file. */
export function fileHref(
  table: TableName,
  format: (typeof formats)[number],
  query: Record<string, string>,
): string {
  const search = new URLSearchParams(query).toString()
  return `/data/${table}.${format}${search && `?${search}`}`
}

/** What may be a day or a time is handed on; the file's own address reads it. Not what the page could not show. */
export function momentIn(at: unknown): { at?: string; on?: string } {
  if (aboutMoment().problem) return {}
  const day = shownDay()
  if (day) return { on: day }
  const asked = Array.isArray(at) ? at[0] : at
  return typeof asked === 'string' && /^[\dTZ:.+-]{10,40}$/.test(asked) ? { at: asked } : {}
}
