import { expect, test } from 'vitest'
import { findLedger } from '@/features/register/conferences/queries/find-ledger'
import { atMoment } from '@/features/register/log/queries/moment'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

async function ledgerOf(reference: string) {
  const ledger = await findLedger(reference)
  if (!ledger) throw new Error(`There is no conference ${reference}.`)
  return ledger
}

test('the sixth session: 65, 34 and 31; 20, 5 and 15; each number in the words of its sources', async () => {
  const { conference, sources, gaps } = await ledgerOf('6')
  expect(conference.announced).toMatchObject({
    fields: { number: 15 },
    projects: { number: 65 },
    documents: { number: 20 },
  })
  expect(conference.itemised).toEqual({ fields: 15, projects: 34, documents: 5 })
  expect(gaps.slots.projects).toHaveLength(31)
  expect(gaps.slots.documents).toHaveLength(15)
  const stating = (kind: string) =>
    sources.filter(({ numbers }) => numbers.some((one) => one.kind === kind))
  for (const kind of ['fields', 'projects', 'documents']) {
    expect(stating(kind).length, kind).toBeGreaterThan(1)
    for (const { numbers } of stating(kind)) {
      for (const { quote } of numbers) expect(quote).toBeTruthy()
    }
  }
})

test('a source is said to name what it is cited for, and nothing twice', async () => {
  const { sources } = await ledgerOf('6')
  const [most] = sources
  expect(most?.source.slug).toBe('tkp-2024-04-27')
  expect(most?.named.projects).toHaveLength(34)
  for (const { source, named } of sources) {
    for (const kind of ['projects', 'documents'] as const) {
      const references = named[kind].map(({ reference }) => reference)
      expect(new Set(references).size).toBe(references.length)
      const owner = kind === 'projects' ? 'project' : 'document'
      const cited = await db().citation.findMany({
        where: {
          source: { slug: source.slug },
          [owner]: { itemised: true, conference: { reference: '6' } },
        },
        include: { [owner]: true },
      })
      const expected = cited.map(
        (row) => (row as unknown as Record<string, { reference: string }>)[owner]?.reference,
      )
      expect([...references].sort()).toEqual([...new Set(expected)].sort())
    }
  }
})

test('what is open is told with its reasons: the memorandum, what is presumed, 16 areas or six', async () => {
  const { questions, shared } = await ledgerOf('6')
  expect(questions.find(({ reference }) => reference === '6-m01')).toMatchObject({
    counted: 'unclear',
  })
  expect(questions.filter(({ counted }) => counted === 'presumed').map((q) => q.reference)).toEqual(
    expect.arrayContaining(['6-d01', '6-d05']),
  )
  for (const { citations } of questions) expect(citations.length).toBeGreaterThan(0)
  const fourth = await ledgerOf('4')
  expect(fourth.questions[0]?.note.en?.body).toContain('six')
  // The opening of the arbitration centre is reported by two, and not for the same day.
  const centre = shared.find(({ title }) => /arbitration/i.test(title.en?.body ?? ''))
  expect(new Set(centre?.citations.map(({ source }) => source.slug)).size).toBeGreaterThan(1)
})

test('numbers that nobody states are said to be missing', async () => {
  expect((await ledgerOf('1')).gaps.numbers).toEqual(['projects', 'documents'])
  expect((await ledgerOf('2')).gaps.numbers).toEqual([])
  expect((await ledgerOf('4')).gaps.numbers).toEqual(['projects'])
  expect((await ledgerOf('5')).gaps.documentsWithoutParties.map((one) => one.reference)).toEqual([
    '5-d01',
    '5-d02',
  ])
  expect(await findLedger('99')).toBeNull()
})

test('the reckoning is of the moment asked for', async () => {
  const ledger = await atMoment({ number: 0 }, () => findLedger('6'))
  expect(ledger).toBeNull()
})
