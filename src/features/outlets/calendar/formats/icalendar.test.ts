import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { languages } from '@/i18n/language'
import { writable } from '@/server/files/markup'
import type { Calendar, CalendarEvent } from '../model'
import { writeCalendar } from './icalendar'

const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'conference-6-zh-hant-hk@register.example.org',
  day: '2024-04-26',
  summary: '滬港合作會議第六次會議',
  description: '第一行\n第二行',
  location: '上海',
  category: '會議',
  url: 'https://register.example.org/tc/conferences/6',
  sequence: 2,
  revisedAt: '2026-10-31T16:30:00.123Z',
  ...change,
})

const calendar = (events: CalendarEvent[], name = '滬港合作追蹤'): Calendar => ({
  language: 'zh-Hant',
  name,
  description: '並非政府網站；一個獨立的紀錄冊。',
  address: 'https://register.example.org/tc/calendar.ics',
  events,
})

const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))

test('another program reads what was written', () => {
  const [found] = read(writeCalendar(calendar([event()])))
  expect(found?.uid).toBe('conference-6-zh-hant-hk@register.example.org')
  expect(found?.summary).toBe('滬港合作會議第六次會議')
  expect(found?.description).toBe('第一行\n第二行')
  expect(found?.location).toBe('上海')
  expect(found?.sequence).toBe(2)
  expect(found?.startDate.isDate).toBe(true)
  expect(found?.startDate.toString()).toBe('2024-04-26')
  expect(found?.endDate.toString()).toBe('2024-04-27')
  expect(String(found?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-10-31T16:30:00Z')
})

test('an empty register is a calendar without days', () => {
  expect(read(writeCalendar(calendar([])))).toEqual([])
})

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r\nEND:VEVENT\r\n',
        ';',
        ',',
        '\\',
        '\\n',
        ':',
        '"',
        '\u0000',
        '\ud83d\ude00',
        '\ud800',
        '衞',
        '\t',
        '\u2028',
      ),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme', minLength: 30, maxLength: 80 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

/** Line ends are one line feed to a calendar. */
const asRead = (text: string) => writable(text).replace(/\r\n|[\n\r\u{85}\u{2028}\u{2029}]/gu, '\n')

test('whatever the words, lines end as they should, stay short, and split no character', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, fc.constantFrom(...languages), (a, b, c, language) => {
      const written = writeCalendar({
        ...calendar([event({ summary: a, description: b, location: c }), event({ uid: 'x@y' })], c),
        language,
      })
      const bytes = Buffer.from(written)
      expect(bytes.toString()).toBe(written)
      expect(written.endsWith('END:VCALENDAR\r\n')).toBe(true)
      for (const line of written.split('\r\n')) {
        expect(line).not.toMatch(/[\r\n]/)
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      }
      const [first, second, ...others] = read(written)
      expect(others).toEqual([])
      expect(second?.uid).toBe('x@y')
      expect([first?.summary, first?.description, first?.location ?? '']).toEqual(
        [a, b, c].map(asRead),
      )
    }),
    { numRuns: 500 },
  )
})
