import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween } from '@/features/register/log/model'
import type { Snapshot } from '@/features/register/subjects/model/snapshot'
import { changedPlaces, comparePlaces, conflictedPlaces } from './changed-places'

const passage = (body: string) => ({
  body,
  origin: 'editorial' as const,
  originDetail: null,
  derivedFromHash: null,
  reviewedAt: null,
})

const text = fc.option(fc.constantFrom('甲', '乙').map(passage), { nil: undefined })
const texts = fc
  .record({ 'zh-Hant': text, 'zh-Hans': text, en: text })
  .map((held) => JSON.parse(JSON.stringify(held)))
const statement = fc.option(
  fc.record({
    asOf: fc.constantFrom('2025-01-01', '2025-02-01'),
    texts: fc.record({ note: texts }),
    citations: fc.subarray([{ source: 'a', quote: 'x', locator: null }]),
  }),
  { nil: null },
)
const snapshot = fc
  .record({
    state: fc.constantFrom('signed', 'in_effect'),
    signedOn: fc.constantFrom(null, '2024-04-26'),
    fields: fc.subarray(['6-1', '6-2']),
    statement,
    texts: fc.record({ title: texts }),
    citations: fc.subarray([{ source: 'a', quote: 'x', locator: null }]),
  })
  .map((one) => one as unknown as Snapshot)

test('what differs in the comparison is what changes, and the rest is alike', () => {
  fc.assert(
    fc.property(snapshot, snapshot, (before, after) => {
      const compared = comparePlaces(before, after)
      const differing = compared.filter(({ differs }) => differs)
      const changed = changedPlaces(changesBetween(before, after), false)
      expect(differing.map(({ path }) => path).sort()).toEqual(
        changed.map(({ path }) => path).sort(),
      )
      for (const { before: was, after: is } of compared.filter(({ differs }) => !differs)) {
        expect(was).toEqual(is)
      }
    }),
  )
})

test('places stand as a page has them, whatever order the database gives its keys in', () => {
  const { texts: held, ...facts } = {
    citations: [{ source: 'a', quote: 'x', locator: null }],
    conference: '6',
    statement: { citations: [{ source: 'a' }], texts: { note: { en: passage('b') } }, asOf: 'c' },
    texts: { text: { en: passage('d'), 'zh-Hant': passage('e') }, title: { en: passage('f') } },
    state: 'in_progress',
  }
  const compared = comparePlaces(null, { texts: held, ...facts } as unknown as Snapshot)
  expect(compared.map(({ path }) => path)).toEqual([
    'state',
    'statement.asOf',
    'statement.texts.note.en',
    'statement.citations',
    'texts.title.en',
    'texts.text.zh-Hant',
    'texts.text.en',
    'conference',
    'citations',
  ])
})

test('a conflict of a whole passage is one of each of its languages', () => {
  const places = conflictedPlaces([
    {
      path: 'texts.note',
      base: null,
      mine: { en: passage('mine') },
      theirs: { en: passage('theirs'), 'zh-Hant': passage('他方') },
    },
  ])
  expect(places.map(({ path, after, theirs }) => [path, after, theirs])).toEqual([
    ['texts.note.en', passage('mine'), passage('theirs')],
    ['texts.note.zh-Hant', null, passage('他方')],
  ])
})
