import { describe, expect, test } from 'vitest'
import { readDocuments } from '@/features/outlets/downloads/queries/read-items'
import { findConference } from '@/features/register/conferences/queries/conferences'
import { listDevelopments } from '@/features/register/developments/queries'
import { documentFilter } from '@/features/register/documents/input'
import {
  countFilterValues,
  documentTotals,
} from '@/features/register/documents/queries/count-documents'
import { findDocument } from '@/features/register/documents/queries/find-document'
import { listDocuments } from '@/features/register/documents/queries/list-documents'
import { pageSize } from '@/i18n/pages'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

const list = (query: Record<string, string> = {}) => listDocuments(documentFilter.read(query))
const referencesOf = ({ items }: Awaited<ReturnType<typeof list>>) =>
  items.map(({ reference }) => reference)

/** Every page of the list. */
async function wholeList(query: Record<string, string> = {}): Promise<string[]> {
  const first = await list(query)
  const last = referencesOf(first).at(-1)
  if (first.next === null || last === undefined) return referencesOf(first)
  return [...referencesOf(first), ...(await wholeList({ ...query, after: last }))]
}

test('20 announced, 5 itemised, 15 not, and the plenary memorandum beside them', async () => {
  expect(await documentTotals()).toMatchObject([
    { conference: '6', announced: 20, itemised: 5, difference: 15, beside: 1 },
    { conference: '5', announced: 4, itemised: 4, difference: 0, beside: 1 },
    { conference: '4', announced: 15, itemised: 4, difference: 11, beside: 0 },
    { conference: '3', announced: 3, itemised: 3, difference: 0, beside: 0 },
    { conference: '2', announced: 4, itemised: 4, difference: 0, beside: 0 },
    { conference: '1', announced: null, itemised: 0, difference: null, beside: 1 },
  ])
})

describe('the list', () => {
  test('slots do not drown it', async () => {
    const found = await list()
    expect(referencesOf(found).filter((reference) => reference.startsWith('6-'))).toEqual([
      '6-d01',
      '6-d02',
      '6-d03',
      '6-d04',
      '6-d05',
      '6-m01',
    ])
    expect([found.total, found.slots.length]).toEqual([42, 15])
    expect(found.slots.at(-1)).toBe('6-d20')
  })

  test('what was signed outside a session follows what was signed at one, the latest first', async () => {
    const references = await wholeList()
    expect(references[0]).toBe('6-d01')
    expect(references.slice(-19)).toEqual(
      [
        ['2010-d01'],
        [1, 2, 3, 4, 5].map((number) => `2023-d0${number}`),
        [1, 2, 3, 4, 5, 6, 7].map((number) => `2024-d0${number}`),
        [1, 2, 3, 4].map((number) => `2025-d0${number}`),
        [1, 2].map((number) => `2026-d0${number}`),
      ]
        .flat()
        .reverse(),
    )
    expect(referencesOf(await list({ conference: 'outside' }))).toEqual(references.slice(-19))
    const held = await findDocument('2025-d03')
    expect(held).toMatchObject({
      conference: null,
      counted: 'no',
      place: { en: { body: 'Shanghai' } },
    })
  })

  test('sessions from the latest, in each what it counted before the memoranda beside it', async () => {
    const references = (await wholeList()).slice(0, -19)
    const sessions = references.map((reference) => Number(reference.split('-')[0]))
    expect(sessions).toEqual([...sessions].sort((a, b) => b - a))
    for (const session of new Set(sessions)) {
      const own = references.filter((reference) => reference.startsWith(`${session}-`))
      expect(own).toEqual([...own].sort())
      const page = await findConference(String(session))
      expect(page?.documents.map(({ reference }) => reference)).toEqual(own)
    }
    expect(references.indexOf('5-m01')).toBeGreaterThan(references.indexOf('5-d04'))
    const rows = []
    for await (const part of readDocuments(documentFilter.read({ itemised: 'yes' }), null)) {
      rows.push(...part)
    }
    expect(rows.map(({ reference }) => reference)).toEqual(await wholeList())
  })

  test('slots alone, when asked for', async () => {
    const found = await list({ itemised: 'no' })
    expect([found.total, found.slots]).toEqual([15, []])
    expect(found.items.every(({ itemised }) => !itemised)).toBe(true)
  })

  test.each([
    [{ counted: 'unclear' }, ['6-m01', '1-m01']],
    [{ conference: '6', kind: 'letter_of_intent' }, ['6-d04']],
    [{ field: '6-12' }, ['6-d02', '2024-d01']],
    [{ party: 'rthk' }, ['6-d03']],
    [{ q: '衞生', conference: '6', kind: 'memorandum_of_understanding' }, ['6-d02']],
    [{ q: '卫生', conference: '6', kind: 'memorandum_of_understanding' }, ['6-d02']],
    [{ q: 'Radio Television' }, ['6-d03']],
    [{ state: 'expired' }, []],
  ])('%j', async (query, references) => {
    expect(referencesOf(await list(query))).toEqual(references)
  })

  test('each count is what its filter leaves', async () => {
    const filter = documentFilter.read({ conference: '6' })
    const facets = await countFilterValues(filter)
    for (const [dimension, values] of Object.entries(facets)) {
      for (const { value, count } of values) {
        const found = await list({ conference: '6', [dimension]: value })
        expect([dimension, value, found.total + found.slots.length]).toEqual([
          dimension,
          value,
          count,
        ])
      }
    }
    expect(facets.itemised).toEqual([
      { value: 'yes', count: 6 },
      { value: 'no', count: 15 },
    ])
  })

  test.each(['reference', 'signed', 'revised'])(
    'goes on after any of its items by %s',
    async (sort) => {
      const whole = await wholeList({ sort })
      for (const [index, after] of whole.entries()) {
        const rest = whole.slice(index + 1)
        expect(referencesOf(await list({ sort, after }))).toEqual(rest.slice(0, pageSize))
      }
    },
  )

  test('bad values are dropped', async () => {
    const filter = documentFilter.read({
      state: 'nonsense',
      kind: ['', 'x'],
      after: '6-zz',
      q: '  ',
    })
    expect(documentFilter.write(documentFilter.begun(filter))).toEqual({})
    expect((await list({ state: 'nonsense', after: '6-zz' })).total).toBe(42)
  })
})

describe('a document', () => {
  test('names its parties, its links and its sources', async () => {
    const document = await findDocument('6-d01')
    expect(document).toMatchObject({
      signedOn: '2024-04-26',
      counted: 'presumed',
      announced: 20,
      fullTextPublished: 'unknown',
      signatories: [],
    })
    expect(document?.parties.map(({ slug, side }) => [slug, side])).toEqual([
      ['doj-hk', 'HK'],
      ['ecupl', 'SH'],
    ])
    expect(document?.projects.map(({ reference }) => reference)).toEqual(['6-9.1', '6-9.2'])
    expect(document?.citations).toHaveLength(1)
  })

  test('the plenary memorandum has its two signatories', async () => {
    expect((await findDocument('6-m01'))?.signatories).toHaveLength(2)
  })

  test('unknown references are none', async () => {
    expect(await findDocument('6-d99')).toBeNull()
  })

  test('its developments are those of its projects, newest first', async () => {
    const developments = await listDevelopments({ documentReference: '6-d01' })
    expect(developments.length).toBeGreaterThan(0)
    const dates = developments.map(({ date }) => date)
    expect(dates).toEqual(dates.toSorted().reverse())
    expect(
      developments.every(({ projects }) => projects.some((p) => /^6-9\.[12]$/.test(p.reference))),
    ).toBe(true)
    expect(await listDevelopments({ limit: 2 })).toHaveLength(2)
    expect(await listDevelopments()).toHaveLength(await db().development.count())
  })
})
