import { languageTags } from '@/i18n/language'
import { writable } from '@/server/files/markup'
import type { Calendar, CalendarEvent } from '../model'

/** A calendar as iCalendar (RFC 5545, with names and colours of RFC 7986 where readers know them). */
export function writeCalendar(calendar: Calendar): string {
  const language = languageTags[calendar.language]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hong Kong-Shanghai Co-operation Tracker//Calendar//EN',
    'CALSCALE:GREGORIAN',
    `NAME;LANGUAGE=${language}:${text(calendar.name)}`,
    `X-WR-CALNAME:${text(calendar.name)}`,
    `DESCRIPTION;LANGUAGE=${language}:${text(calendar.description)}`,
    'X-WR-TIMEZONE:Asia/Hong_Kong',
    `SOURCE;VALUE=URI:${address(calendar.address)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...calendar.events.flatMap((event) => linesOf(event, language)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function linesOf(event: CalendarEvent, language: string): string[] {
  const stamp = event.revisedAt.replace(/\.\d+/, '').replace(/[-:]/g, '')
  return [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;VALUE=DATE:${event.day.replaceAll('-', '')}`,
    `SUMMARY;LANGUAGE=${language}:${text(event.summary)}`,
    `DESCRIPTION;LANGUAGE=${language}:${text(event.description)}`,
    ...(event.location ? [`LOCATION;LANGUAGE=${language}:${text(event.location)}`] : []),
    `CATEGORIES;LANGUAGE=${language}:${text(event.category)}`,
    `URL:${address(event.url)}`,
    'CLASS:PUBLIC',
    'STATUS:CONFIRMED',
    // The event does not mark the reader as busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** A value of type TEXT: backslash, semicolon, comma and line ends are written with a backslash. */
function text(value: string): string {
  return writable(value)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\n\r\u{85}\u{2028}\u{2029}]/gu, '\\n')
}

/** An address, which can end neither its line nor the file. */
function address(value: string): string {
  return new URL(value).href
}

/** The most octets of a line, its end not counted. */
const longestLine = 75

/** A line folded to 75 octets, between characters: half of one could be read as none. */
function folded(line: string): string {
  const pieces: string[] = []
  let [piece, room] = ['', longestLine]
  for (const sign of line) {
    const octets = Buffer.byteLength(sign)
    if (octets > room) {
      pieces.push(piece)
      // The space that marks a continued line is one of its octets.
      ;[piece, room] = ['', longestLine - 1]
    }
    piece += sign
    room -= octets
  }
  return [...pieces, piece].join('\r\n ')
}
