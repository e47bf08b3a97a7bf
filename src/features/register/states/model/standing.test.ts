import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LoggedSubject, type StatedRevision, standingsOn, statementOn } from './standing'

const said = (
  number: number,
  state: string,
  asOf: string | null,
  corrects: number | null = null,
): StatedRevision => ({ number, state, asOf, corrects })

test('what holds on a day is the last statement that is as of it or of a day before', () => {
  const revisions = [
    said(1, 'not_reported', null),
    said(5, 'in_progress', '2025-01-10'),
    said(9, 'completed', '2025-06-01'),
  ]
  const days = ['2025-01-09', '2025-01-10', '2025-05-31', '2025-06-01', '2026-01-01']
  expect(days.map((day) => statementOn(revisions, day))).toEqual([null, 5, 5, 9, 9])
})

test('a statement is told in its last wording, and what is published last counts', () => {
  const revisions = [
    said(1, 'in_progress', '2025-01-10'),
    said(2, 'in_progress', '2025-01-10'),
    said(3, 'completed', '2025-06-01'),
    said(4, 'behind', '2025-03-01'),
  ]
  const days = ['2025-02-01', '2025-03-01', '2025-07-01']
  expect(days.map((day) => statementOn(revisions, day))).toEqual([2, 4, 4])
})

test('a statement that was corrected away, or taken back, counts for no day', () => {
  const wrong = [
    said(1, 'in_progress', '2025-01-10'),
    said(2, 'in_progress', '2025-01-10'),
    said(3, 'in_progress', '2025-06-01', 2),
  ]
  expect(statementOn(wrong, '2025-03-01')).toBeNull()
  expect(statementOn(wrong, '2025-06-01')).toBe(3)
  const takenBack = [...wrong, said(4, 'not_reported', null), said(5, 'ongoing', '2026-01-01')]
  expect(statementOn(takenBack.slice(0, 4), '2025-12-31')).toBeNull()
  expect(statementOn(takenBack, '2025-12-31')).toBeNull()
  expect(statementOn(takenBack, '2026-01-01')).toBe(5)
})

test('a correction of words leaves former statements as they are', () => {
  const revisions = [
    said(1, 'in_progress', '2025-01-10'),
    said(2, 'completed', '2025-06-01'),
    said(3, 'completed', '2025-06-01', 1),
  ]
  expect(statementOn(revisions, '2025-03-01')).toBe(1)
})

const days = Array.from({ length: 9 }, (_, month) => `2025-0${month + 1}-01`)

/** Statements, rewordings, corrections and withdrawals in any order: `of` picks, of what there is, what is corrected. */
const step = fc.record({
  does: fc.constantFrom('says', 'says', 'rewords', 'takes back'),
  state: fc.constantFrom('in_progress', 'completed', 'behind'),
  asOf: fc.constantFrom(...days),
  of: fc.option(fc.nat(99)),
})
const history = fc.array(step, { minLength: 1, maxLength: 12 }).map((steps) => {
  const revisions: StatedRevision[] = []
  for (const { does, state, asOf, of } of steps) {
    const [number, last] = [revisions.length + 1, revisions.at(-1)]
    const corrects =
      of === null ? null : (revisions[of % Math.max(1, revisions.length)]?.number ?? null)
    if (does === 'takes back') revisions.push(said(number, 'not_reported', null, corrects))
    else if (does === 'rewords' && last) revisions.push({ ...last, number, corrects })
    else revisions.push(said(number, state, asOf, corrects))
  }
  return revisions
})

test('any history of statements and corrections tells one state of each day', () => {
  fc.assert(
    fc.property(history, fc.constantFrom(...days), (revisions, day) => {
      const of = (number: number | null) => revisions.find((one) => one.number === number)
      const held = of(statementOn(revisions, day))
      const later = (corrects: number | null) => said(99, 'ended', '2025-12-31', corrects)
      // Nothing is told of a day by what is as of a later one …
      if (held?.asOf) expect(held.asOf <= day).toBe(true)
      // … nor changed by a statement of a later day that corrects nothing.
      if (revisions.at(-1)?.asOf) {
        expect(of(statementOn([...revisions, later(null)], day))).toBe(held)
      }
      // What is said as of the day holds from it on.
      expect(statementOn([...revisions, said(99, 'ended', day)], day)).toBe(99)
      // A correction takes away what it corrects, on every day.
      if (held) {
        const stays = statementOn([...revisions, later(held.number)], day)
        expect(stays === held.number).toBe(false)
      }
    }),
  )
})

test('from the last day that anything is as of, what holds is the present', () => {
  fc.assert(
    fc.property(history, (revisions) => {
      const latest = revisions.at(-1)
      const lastDay =
        revisions
          .flatMap(({ asOf }) => asOf ?? [])
          .sort()
          .at(-1) ?? '2025-01-01'
      for (const day of [lastDay, '2999-01-01']) {
        expect(statementOn(revisions, day)).toBe(latest?.asOf ? latest.number : null)
      }
    }),
  )
})

test('what was announced, signed or happened after a day is left out of it', () => {
  const subject = (
    kind: LoggedSubject['kind'],
    reference: string,
    day: string | null,
    conference: string | null = null,
  ): LoggedSubject => ({ kind, reference, day, conference, revisions: [] })
  const subjects = [
    subject('conference', '5', '2021-08-30'),
    subject('conference', '6', '2024-04-26'),
    subject('field', '6-4', null, '6'),
    subject('project', '5-1.1', null, '5'),
    subject('project', '6-4.2', null, '6'),
    subject('document', '6-d01', '2024-04-26', '6'),
    subject('document', '2025-d01', '2025-04-13'),
    subject('document', '5-d01', '2021-08-30', '5'),
    subject('development', '2024-05-05-1', '2024-05-05'),
  ]
  const leftOut = (day: string) =>
    standingsOn(subjects, day).flatMap(({ reference, notBefore }) =>
      notBefore ? [`${reference} ${notBefore}`] : [],
    )
  expect(leftOut('2021-08-30')).toEqual([
    '6 2024-04-26',
    '6-4 2024-04-26',
    '6-4.2 2024-04-26',
    '6-d01 2024-04-26',
    '2025-d01 2025-04-13',
    '2024-05-05-1 2024-05-05',
  ])
  expect(leftOut('2024-04-26')).toEqual(['2025-d01 2025-04-13', '2024-05-05-1 2024-05-05'])
  expect(leftOut('2025-04-13')).toEqual([])
  const there = standingsOn(subjects, '2021-08-30').filter(({ notBefore }) => notBefore === null)
  // Of a document its signing is known; of a project nothing is.
  expect(there.map(({ reference, state }) => [reference, state])).toEqual([
    ['5-1.1', null],
    ['5-d01', 'signed'],
  ])
})

test('what happened in some month is there from its last day on', () => {
  const development = { kind: 'development', reference: '2025-09-m1', conference: null } as const
  const subject = { ...development, day: '2025-09', revisions: [] }
  const notBefore = (day: string) => standingsOn([subject], day)[0]?.notBefore ?? null
  expect(['2025-08-31', '2025-09-29', '2025-09-30', '2025-10-01'].map(notBefore)).toEqual([
    '2025-09-30',
    '2025-09-30',
    null,
    null,
  ])
})

test('a document signed on an unknown day is there from the first day as of which it is said to be signed', () => {
  const revisions = [said(1, 'signed', '2026-03-02')]
  const document = { kind: 'document', reference: '2026-d02', conference: null, day: null } as const
  const notBefore = (day: string) => standingsOn([{ ...document, revisions }], day)[0]?.notBefore
  expect(['2026-03-01', '2026-03-02'].map(notBefore)).toEqual(['2026-03-02', null])
})
