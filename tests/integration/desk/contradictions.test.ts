import { describe, expect, test } from 'vitest'
import { listContradictions } from '@/features/desk/contradictions/queries'
import { keepText } from '@/features/desk/kept-texts/commands'
import type { Database } from '@/server/database/database'
import { newOfficer } from '~/tests/support/desk/officers'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

/** What is found once, with `spoil` done and taken back. */
async function foundWith(
  spoil: (tx: Database) => Promise<unknown>,
  restore: () => Promise<unknown>,
) {
  await spoil(db())
  const { contradictions } = await listContradictions({ take: 100 })
  await restore()
  return contradictions
}

const project = (reference: string, data: object) =>
  db().project.update({ where: { reference }, data })

test('the register opens without a contradiction', async () => {
  expect(await listContradictions({ take: 100 })).toEqual({ contradictions: [], total: 0 })
})

describe('each kind of contradiction is found, and named', () => {
  test('a project not reported beside a later development or document', async () => {
    const { currentStatementId } = await db().project.findUniqueOrThrow({
      where: { reference: '6-3.1' },
    })
    const found = await foundWith(
      () => project('6-3.1', { state: 'not_reported', currentStatementId: null }),
      () => project('6-3.1', { state: 'in_progress', currentStatementId }),
    )
    expect(found).toEqual([
      {
        code: 'news_unreported',
        kind: 'project',
        reference: '6-3.1',
        detail: '2025-04-13-1, 2025-d02',
      },
    ])
  })

  test('a document signed at the session is no such news', async () => {
    const signedThere = await db().document.findMany({
      where: { conference: { reference: '6' }, projects: { some: { state: 'not_reported' } } },
    })
    expect(signedThere.map(({ reference }) => reference)).toEqual(
      expect.arrayContaining(['6-d02', '6-d04', '6-d05']),
    )
  })

  test('a state that rests on nothing after the session', async () => {
    const conference = { where: { reference: '6' } }
    const { heldOn } = await db().conference.findUniqueOrThrow(conference)
    const move = (day: Date) => db().conference.update({ ...conference, data: { heldOn: day } })
    const found = await foundWith(
      () => move(new Date('2024-04-27T00:00:00Z')),
      () => move(heldOn),
    )
    expect(found).toEqual([
      { code: 'no_later_step', kind: 'project', reference: '6-6.1', detail: '' },
    ])
  })

  test('a citation that says neither what nor where, and a day after its evidence', async () => {
    const citation = await db().citation.findFirstOrThrow({
      where: { document: { reference: '6-d03' } },
      include: { source: true },
      orderBy: { position: 'asc' },
    })
    const cite = (quote: string | null) =>
      db().citation.update({ where: { id: citation.id }, data: { quote } })
    expect(
      await foundWith(
        () => cite(null),
        () => cite(citation.quote),
      ),
    ).toEqual([
      { code: 'no_place', kind: 'document', reference: '6-d03', detail: citation.source.slug },
    ])
    const source = { where: { slug: 'fudan-2025-03-11' } }
    const date = (day: string) =>
      db().source.update({ ...source, data: { publishedOn: new Date(`${day}T00:00:00Z`) } })
    expect(
      await foundWith(
        () => date('2025-03-08'),
        () => date('2025-03-11'),
      ),
    ).toEqual([
      { code: 'as_of_too_late', kind: 'project', reference: '6-7.1', detail: '2025-03-08' },
    ])
  })

  test('a quote that does not stand in the text kept of its source', async () => {
    const officer = await newOfficer('editor')
    const source = 'shine-2025-06-20'
    expect(await keepText(officer, { source, body: 'Something else.' })).toEqual({
      ok: true,
      source,
    })
    const { contradictions } = await listContradictions({ take: 100 })
    expect(contradictions).toEqual([
      { code: 'quote_not_found', kind: 'development', reference: '2025-06-18-2', detail: source },
      { code: 'quote_not_found', kind: 'development', reference: '2025-06-18-2', detail: source },
      { code: 'quote_not_found', kind: 'development', reference: '2025-06-18-2', detail: source },
    ])
    await keepText(officer, { source, body: '' })
    expect(await db().keptText.count({ where: { source: { slug: source } } })).toBe(0)
  })
})

test('a text is kept by editors alone, of sources that there are, and every refusal is audited', async () => {
  const ask = { source: 'shine-2025-06-20', body: 'Words.' }
  const viewer = await newOfficer('viewer')
  const editor = await newOfficer('editor')
  expect(await keepText(viewer, ask)).toEqual({ ok: false, reason: 'not_allowed' })
  expect(await keepText(editor, { ...ask, source: 'no-such-source' })).toEqual({
    ok: false,
    reason: 'no_such_source',
  })
  expect(await keepText(editor, { ...ask, body: 'x'.repeat(200_001) })).toEqual({
    ok: false,
    reason: 'invalid',
  })
  const refused = await db().auditEntry.count({
    where: { action: 'sources.keep_text', outcome: 'refused' },
  })
  expect(refused).toBe(3)
  expect(await db().keptText.count({ where: { source: { slug: ask.source } } })).toBe(0)
})
