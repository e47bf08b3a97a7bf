import { describe, expect, test } from 'vitest'
import { isStale, textHash, textsByPart } from '@/features/register/texts/model/text'
import { toSimplified } from '@/i18n/conversion'
import { languages } from '@/i18n/language'
import { readAmendments } from '~/prisma/seed/corrections'
import conferences from '~/prisma/seed/data/conferences.json'
import developments from '~/prisma/seed/data/developments.json'
import documents from '~/prisma/seed/data/documents.json'
import fields from '~/prisma/seed/data/fields.json'
import openingStatuses from '~/prisma/seed/data/opening-statuses.json'
import organisations from '~/prisma/seed/data/organisations.json'
import projects from '~/prisma/seed/data/projects.json'
import { seed } from '~/prisma/seed/seed'
import { freshDatabase } from '~/tests/support/server/database'
import { dumpTables } from '~/tests/support/server/dump-tables'

const db = freshDatabase()

/** Every citation in facts, as its source and its quote. */
function statedIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { source, quote } = value as { source?: unknown; quote?: unknown }
  const own = typeof source === 'string' ? [`${source} ${quote ?? ''}`] : []
  return [...own, ...Object.values(value).flatMap(statedIn)]
}

/** What a correction made of a passage of a project, by its code; a printed text is in none. */
function amended(code: string, part: 'title' | 'text') {
  const changes = readAmendments().flatMap(([, amendment]) => amendment.changes)
  const its = changes.filter(
    ({ kind, reference }) => kind === 'project' && reference === `6-${code}`,
  )
  return its.flatMap(({ texts }) => texts?.[part]?.bodies ?? []).at(-1) ?? {}
}

describe('what the register opens with', () => {
  test('65 projects announced, 34 itemised, 31 not', async () => {
    const of = (itemised: boolean) =>
      db().project.count({ where: { conference: { reference: '6' }, itemised } })
    expect([await of(true), await of(false)]).toEqual([34, 31])
    const slots = await db().project.findMany({
      where: { itemised: false },
      orderBy: { position: 'asc' },
      include: { texts: true },
    })
    expect(slots.map(({ reference }) => reference)).toEqual(
      Array.from({ length: 31 }, (_, index) => `6-u${String(index + 1).padStart(2, '0')}`),
    )
    expect(slots.every(({ fieldId, texts }) => fieldId === null && texts.length === 0)).toBe(true)
  })

  test('20 documents announced, 5 named, 15 not; the plenary memorandum stands beside them', async () => {
    const all = await db().document.findMany({
      where: { conference: { reference: '6' } },
      orderBy: { position: 'asc' },
      include: { texts: true },
    })
    const ofTheTotal = all.filter(({ counted }) => counted === 'yes' || counted === 'presumed')
    expect(ofTheTotal).toHaveLength(20)
    expect(ofTheTotal.filter(({ itemised }) => itemised)).toHaveLength(5)
    const slots = ofTheTotal.filter(({ itemised }) => !itemised)
    expect(slots.map(({ reference }) => reference)).toEqual(
      Array.from({ length: 15 }, (_, index) => `6-d${String(index + 6).padStart(2, '0')}`),
    )
    expect(slots.every(({ kind, texts }) => kind === null && texts.length === 0)).toBe(true)
    expect(all.filter((document) => !ofTheTotal.includes(document))).toMatchObject([
      { reference: '6-m01', counted: 'unclear' },
    ])
  })

  test('6 conferences with the fields and documents that sources name, and 19 documents outside', async () => {
    const counts = { fields: true, documents: true } as const
    const held = await db().conference.findMany({
      orderBy: { number: 'asc' },
      include: { _count: { select: counts } },
    })
    expect(held.map(({ _count }) => [_count.fields, _count.documents])).toEqual([
      [0, 1],
      [9, 4],
      [7, 3],
      [6, 4],
      [13, 5],
      [15, 21],
    ])
    expect(await db().document.count({ where: { conferenceId: null } })).toBe(19)
    expect(await db().development.count()).toBe(developments.length)
  })

  test('a document signed outside a session is in no total, and its place is its own', async () => {
    const rows = await db().document.findMany({
      where: { conferenceId: null },
      include: { citations: true, parties: true },
    })
    for (const { reference, counted, itemised, citations } of rows) {
      expect(reference).toMatch(/^20\d\d-d\d\d$/)
      expect([counted, itemised, citations.length > 0]).toEqual(['no', true, true])
    }
    await expect(
      db().document.update({ where: { reference: '2025-d01' }, data: { counted: 'yes' } }),
    ).rejects.toThrow()
    const placed = await db().text.count({
      where: { part: 'place', document: { conferenceId: { not: null } } },
    })
    expect(placed).toBe(0)
  })

  test('the projects follow one another by field and number', async () => {
    const rows = await db().project.findMany({ orderBy: { position: 'asc' }, take: 34 })
    expect(rows.map(({ reference }) => reference)).toEqual(projects.map(({ code }) => `6-${code}`))
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1))
  })

  test.each(projects)('the printed text of 6-$code is held to the character', async (printed) => {
    const { texts, field } = await db().project.findUniqueOrThrow({
      where: { reference: `6-${printed.code}` },
      include: { texts: true, field: true },
    })
    const { text, title } = textsByPart(texts)
    expect(field?.number).toBe(printed.field)
    expect(amended(printed.code, 'text')['zh-Hant'] ?? printed.text['zh-Hant']).toBe(
      printed.text['zh-Hant'],
    )
    expect(text?.['zh-Hant']).toMatchObject({ body: printed.text['zh-Hant'], origin: 'as_printed' })
    expect(text?.en).toEqual({
      body: amended(printed.code, 'text').en ?? printed.text.en,
      origin: 'unofficial_translation',
      originDetail: null,
      derivedFromHash: textHash(printed.text['zh-Hant']),
      reviewedAt: null,
    })
    expect(title?.['zh-Hant']).toMatchObject({
      body: amended(printed.code, 'title')['zh-Hant'] ?? printed.title['zh-Hant'],
      origin: 'editorial',
    })
  })

  test('Simplified is made from Traditional and Traditional never from Simplified', async () => {
    const rows = await db().text.findMany({ where: { origin: 'script_conversion' } })
    const made = rows.filter(({ language }) => language === 'zh-Hans')
    expect(made.length).toBeGreaterThan(150)
    const originals = await db().text.findMany({ where: { language: 'zh-Hant' } })
    const simplified = new Set(
      (await db().text.findMany({ where: { language: 'zh-Hans' } })).map(({ body }) =>
        textHash(body),
      ),
    )
    const byHash = new Map(originals.map(({ body }) => [textHash(body), body]))
    for (const { body, derivedFromHash } of made) {
      expect(body).toBe(toSimplified(byHash.get(derivedFromHash ?? '') ?? ''))
    }
    // Traditional conversions are the facts' own alone, and made from what a source prints in Simplified.
    const other = rows.filter(({ language }) => language !== 'zh-Hans')
    const stated = JSON.stringify([documents, organisations, fields, readAmendments()])
    for (const { body, derivedFromHash } of other) {
      expect(stated).toContain(body)
      expect(simplified.has(derivedFromHash ?? '')).toBe(true)
    }
    const of2021 = await db().text.findMany({
      where: { part: 'title', document: { conference: { reference: '5' } } },
    })
    expect(new Set(of2021.map(({ language }) => language))).toEqual(new Set(languages))
  })

  test('nothing that is derived is stale', async () => {
    const items = [
      ...(await db().project.findMany({ include: { texts: true } })),
      ...(await db().document.findMany({ include: { texts: true } })),
      ...(await db().field.findMany({ include: { texts: true } })),
    ]
    for (const { texts } of items) {
      for (const text of Object.values(textsByPart(texts))) {
        expect(languages.filter((language) => isStale(text ?? {}, language))).toEqual([])
      }
    }
  })

  test('the opening states rest on citations, and the others are not reported', async () => {
    const stated = await db().project.findMany({
      where: { state: { not: 'not_reported' } },
      include: { currentStatement: { include: { citations: true, texts: true } } },
    })
    expect(stated.map(({ reference }) => reference).sort()).toEqual(
      [
        ...['1.1', '2.1', '2.3', '3.1', '3.2', '4.2', '4.3', '6.1', '7.1', '7.3', '8.2'],
        ...['9.1', '9.2', '12.2'],
      ]
        .map((code) => `6-${code}`)
        .sort(),
    )
    for (const { state, stateAsOf, currentStatement } of stated) {
      expect(currentStatement).toMatchObject({ projectState: state, asOf: stateAsOf })
      expect(currentStatement?.citations.length).toBeGreaterThan(0)
      expect(currentStatement?.texts).toHaveLength(3)
    }
    const documentsWithout = await db().document.count({
      where: { OR: [{ currentStatementId: null }, { stateAsOf: null }] },
    })
    expect(documentsWithout).toBe(0)
    const slot = await db().document.findUniqueOrThrow({ where: { reference: '6-d20' } })
    expect(slot.stateAsOf?.toISOString()).toBe('2024-04-26T00:00:00.000Z')
  })

  test('each announced number rests on a citation; where none is stated, none is held', async () => {
    const rows = await db().announcement.findMany({
      include: { citations: true, conference: true },
    })
    expect(rows).toHaveLength(18)
    for (const { number, kind, citations, conference } of rows) {
      expect(citations.length > 0).toBe(number !== null)
      const facts = conferences.find((entry) => entry.number === conference.number)
      const key = `${conference.number} ${kind}`
      // Two numbers have been corrected by sources found since.
      const corrected: Record<string, number | null> = { '1 documents': null, '2 fields': 9 }
      expect(number, key).toBe(key in corrected ? corrected[key] : facts?.announced[kind])
    }
  })

  test('every quote stands in the facts exactly, with the same source', async () => {
    const facts = [conferences, developments, documents, fields, openingStatuses, projects]
    const stated = new Set(statedIn([facts, readAmendments()]))
    const rows = await db().citation.findMany({ include: { source: true } })
    expect(rows.length).toBeGreaterThan(200)
    for (const { source, quote } of rows) expect(stated).toContain(`${source.slug} ${quote ?? ''}`)
  })
})

test('seeding again changes nothing', async () => {
  const before = await dumpTables(db())
  expect(await seed(db())).toEqual({ revisions: 0 })
  expect(await dumpTables(db())).toEqual(before)
})
