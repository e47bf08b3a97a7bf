import { describe, expect, test } from 'vitest'
import { isStale, textHash, textsByPart } from '@/features/register/texts/model/text'
import { toSimplified } from '@/i18n/conversion'
import { languages } from '@/i18n/language'
import conferences from '~/prisma/seed/data/conferences.json'
import developments from '~/prisma/seed/data/developments.json'
import documents from '~/prisma/seed/data/documents.json'
import fields from '~/prisma/seed/data/fields.json'
import openingStatuses from '~/prisma/seed/data/opening-statuses.json'
import projects from '~/prisma/seed/data/projects.json'
import { seed } from '~/prisma/seed/seed'
import { freshDatabase } from '~/tests/support/server/database'
import { dumpTables } from '~/tests/support/server/dump-tables'

const db = freshDatabase()

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

  test('15 fields, 6 conferences, 17 developments, five documents of the 5th conference', async () => {
    expect([
      await db().field.count(),
      await db().conference.count(),
      await db().development.count(),
      await db().document.count({ where: { conference: { reference: '5' } } }),
    ]).toEqual([15, 6, 17, 5])
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
    expect(text?.['zh-Hant']).toMatchObject({ body: printed.text['zh-Hant'], origin: 'as_printed' })
    expect(text?.en).toEqual({
      body: printed.text.en,
      origin: 'unofficial_translation',
      originDetail: null,
      derivedFromHash: textHash(printed.text['zh-Hant']),
      reviewedAt: null,
    })
    expect(title?.['zh-Hant']).toMatchObject({
      body: printed.title['zh-Hant'],
      origin: 'editorial',
    })
  })

  test('Simplified is made from Traditional and Traditional never from Simplified', async () => {
    const rows = await db().text.findMany({ where: { origin: 'script_conversion' } })
    const made = rows.filter(({ language }) => language === 'zh-Hans')
    expect(made.length).toBeGreaterThan(150)
    const originals = await db().text.findMany({ where: { language: 'zh-Hant' } })
    const byHash = new Map(originals.map(({ body }) => [textHash(body), body]))
    for (const { body, derivedFromHash } of made) {
      expect(body).toBe(toSimplified(byHash.get(derivedFromHash ?? '') ?? ''))
    }
    // The one Traditional conversion is the facts' own: the plenary memorandum's title.
    const other = rows.filter(({ language }) => language !== 'zh-Hans')
    expect(other.map(({ body }) => body)).toEqual(['滬港合作會議第六次會議備忘錄'])
    const of2021 = await db().text.findMany({
      where: { part: 'title', document: { conference: { reference: '5' } } },
    })
    expect(new Set(of2021.map(({ language }) => language))).toEqual(new Set(['zh-Hans', 'en']))
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
      openingStatuses.map(({ project }) => `6-${project}`).sort(),
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
      expect(number).toBe(facts?.announced[kind])
    }
  })

  test('every quote stands in the facts exactly, with the same source', async () => {
    const groups = [conferences, developments, documents, fields, openingStatuses, projects]
    const stated = new Set(
      groups.flat().flatMap(({ citations }) =>
        citations.map((entry) => {
          const quote = 'quote' in entry ? entry.quote : null
          return `${entry.source} ${quote ?? ''}`
        }),
      ),
    )
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
