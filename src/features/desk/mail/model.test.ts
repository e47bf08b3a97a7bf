import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  dueDigest,
  isWanted,
  mostAttempts,
  oneLine,
  problemCodes,
  problemText,
  readProblem,
  shortened,
  waitAfter,
} from './model'

describe('the waits between attempts', () => {
  const waits = Array.from({ length: mostAttempts }, (_, index) => waitAfter(index + 1))
  const minutes = waits.map((wait) => wait && wait / 60_000)

  it('double from a minute to six hours, and end within a day', () => {
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, null])
    const whole = minutes.reduce<number>((sum, wait) => sum + (wait ?? 0), 0)
    expect(whole).toBeLessThanOrEqual(24 * 60)
    // One more would go beyond the day.
    expect(whole + 360).toBeGreaterThan(24 * 60)
  })
})

describe('the digest', () => {
  it.each([
    // Hong Kong's Monday, nine o'clock, is one o'clock in Greenwich.
    ['2026-11-23T00:59:59Z', null],
    ['2026-11-23T01:00:00Z', '2026-W48'],
    ['2026-11-29T15:59:59Z', '2026-W48'],
    ['2026-11-29T16:00:00Z', null],
    ['2026-11-30T01:00:00Z', '2026-W49'],
    // The year of a week is that of its Thursday.
    ['2026-12-31T12:00:00Z', '2026-W53'],
    ['2027-01-03T12:00:00Z', '2026-W53'],
    ['2027-01-04T01:00:00Z', '2027-W01'],
    ['2024-12-30T01:00:00Z', '2025-W01'],
  ])('at %s is that of %s', (moment, week) => {
    expect(dueDigest(new Date(moment))?.week ?? null).toBe(week)
  })

  test('is due from Monday at nine until the week ends in Hong Kong, whatever the moment', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (moment) => {
          const due = dueDigest(moment)
          const inHongKong = new Intl.DateTimeFormat('en-GB', {
            timeZone: 'Asia/Hong_Kong',
            weekday: 'short',
            hour: '2-digit',
            hour12: false,
          }).formatToParts(due?.since ?? moment)
          const part = (type: string) => inHongKong.find((part) => part.type === type)?.value
          expect(part('weekday')).toBe('Mon')
          if (due) {
            expect(part('hour')).toBe('09')
            const hours = (moment.getTime() - due.since.getTime()) / 3_600_000
            expect(hours).toBeGreaterThanOrEqual(0)
            expect(hours).toBeLessThan(7 * 24 - 9)
          } else {
            expect(Number(part('hour')) % 24).toBeLessThan(9)
          }
        },
      ),
    )
  })
})

test('each switch stops its own kind; a failed release and a test are always told', () => {
  const all = { mailReturned: true, mailReview: true, mailDigest: true }
  const kinds = ['returned', 'to_review', 'digest', 'release_failed', 'test'] as const
  const unwanted = (choices: typeof all) => kinds.filter((kind) => !isWanted(kind, choices))
  expect(unwanted(all)).toEqual([])
  expect(unwanted({ ...all, mailReturned: false })).toEqual(['returned'])
  expect(unwanted({ ...all, mailReview: false })).toEqual(['to_review'])
  expect(unwanted({ ...all, mailDigest: false })).toEqual(['digest'])
})

test('a problem is read as it was written, in one line, whatever the server said', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...problemCodes),
      fc.option(
        fc.string({ unit: fc.constantFrom(...'a: 滬𠮷\r\n\0\t\u2028\u0085'), maxLength: 400 }),
      ),
      (code, said) => {
        const text = problemText({ code, said })
        expect(text).not.toMatch(/[\r\n\0]/)
        expect([...text].length).toBeLessThan(330)
        expect(readProblem(text)?.code).toBe(code)
      },
    ),
  )
  expect(readProblem('refused: 550 5.1.1 no such user')).toEqual({
    code: 'refused',
    said: '550 5.1.1 no such user',
  })
  expect(readProblem(null)).toBeNull()
})

test('a line holds no break, and a long text is cut between characters', () => {
  expect(oneLine('A\r\nBcc: b@example.org\u2028c\0')).toBe('A Bcc: b@example.org c')
  expect(shortened('滬港合作', 4)).toBe('滬港合作')
  expect(shortened('𠮷𠮷𠮷𠮷𠮷', 4)).toBe('𠮷𠮷𠮷…')
})
