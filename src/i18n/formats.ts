import { firstDayOf, isMonth } from './dates'
import { type Language, languageTags } from './language'

/** The time zone of every date that the register shows. */
export const timeZone = 'Asia/Hong_Kong'

/**
 * A day in words: 2024年4月26日, 26 April 2024.
 * @param date an ISO day, or an ISO time, of which the day in Hong Kong is shown.
 */
export function formatDay(date: string, language: Language): string {
  const [year, month, day] = hongKongDay(date).split('-').map(Number)
  if (language !== 'en') return `${year}年${month}月${day}日`
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${hongKongDay(date)}T00:00:00Z`),
  )
}

/** A date in words, as far as it is known: 26 April 2024; of an ISO month, 2025年9月, September 2025. */
export function formatDate(date: string, language: Language): string {
  if (!isMonth(date)) return formatDay(date, language)
  const [year, month] = date.split('-').map(Number)
  if (language !== 'en') return `${year}年${month}月`
  const words = new Intl.DateTimeFormat('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return words.format(new Date(`${firstDayOf(date)}T00:00:00Z`))
}

/** A moment (ISO time) in words, to the minute, by the clock of Hong Kong: 2024年4月26日 09:30; 26 April 2024, 09:30. */
export function formatMoment(time: string, language: Language): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone })
  const gap = language === 'en' ? ', ' : ' '
  return `${formatDay(time, language)}${gap}${clock.format(new Date(time))}`
}

/** A day as the register keeps it (midnight UTC), as an ISO day; null for none. */
export function isoDay(date: Date): string
export function isoDay(date: Date | null | undefined): string | null
export function isoDay(date: Date | null | undefined): string | null {
  return date?.toISOString().slice(0, 10) ?? null
}

/** The ISO day on which a moment (a time, or ISO) falls in Hong Kong, whatever the machine's zone; an ISO day as it is. */
export function hongKongDay(date: Date | string): string {
  if (typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date)) return date
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(new Date(date))
}

/** An ISO time as a clock in Hong Kong shows it, with its zone: `2024-04-26 14:05:09 +08:00`. */
export function hongKongTime(time: string): string {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone,
  }).format(new Date(time))
  return `${shown} +08:00`
}

/** The time of day of an ISO time, by the Hong Kong clock: 14:03, in every language. */
export function formatTime(time: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(
    new Date(time),
  )
}

/** A whole number as a reader of the language writes it. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(languageTags[language]).format(value)
}

/** A moment (ISO time) as a form's `datetime-local` takes it, by the clock of Hong Kong: 2026-12-01T10:00. */
export function hongKongLocal(time: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone })
  return `${hongKongDay(time)}T${clock.format(new Date(time))}`
}

/** How long it is from one moment to a later one (ISO times), in the largest fitting unit: in 3 days. */
export function formatUntil(from: string, to: string, language: Language): string {
  const minutes = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000))
  const words = new Intl.RelativeTimeFormat(languageTags[language])
  if (minutes < 120) return words.format(minutes, 'minute')
  if (minutes < 48 * 60) return words.format(Math.round(minutes / 60), 'hour')
  return words.format(Math.round(minutes / 60 / 24), 'day')
}
