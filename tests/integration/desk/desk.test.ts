import { beforeAll, describe, expect, test } from 'vitest'
import type { Officer, OfficerRole } from '@/features/desk/officers/model'
import { mayState } from '@/features/desk/officers/policy'
import { listRegister } from '@/features/desk/round/edits/queries/list-register'
import type { ItemFilter } from '@/features/desk/round/statements/input/item-filter'
import { readItems } from '@/features/desk/round/statements/queries/items'
import { listItems, listQuietItems } from '@/features/desk/round/statements/queries/list-items'
import { isWithoutNews } from '@/features/register/states/model/statements'
import { settledStates } from '@/features/register/states/model/states'
import { editableKinds } from '@/features/register/subjects/model/kinds'
import { isStale, textsByPart } from '@/features/register/texts/model/text'
import { hongKongDay } from '@/i18n/formats'
import { languages } from '@/i18n/language'
import { newOfficer } from '~/tests/support/desk/officers'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()
const today = hongKongDay(new Date())

let everything: Officer
beforeAll(async () => {
  everything = await newOfficer('editor')
})

/** The whole list, page after page. */
async function whole(officer: Officer, filter: ItemFilter = {}) {
  const first = await listItems(officer, filter, today)
  const items = [...first.items]
  for (let page = 2; page <= first.pages; page++) {
    items.push(...(await listItems(officer, { ...filter, page }, today)).items)
  }
  return { ...first, items }
}

const everyReference = async () =>
  [
    ...(await db().project.findMany({ select: { reference: true } })),
    ...(await db().document.findMany({ select: { reference: true } })),
  ].map(({ reference }) => reference)

describe('what is in charge', () => {
  const cases: [OfficerRole, string[]][] = [
    ['viewer', []],
    ['viewer', ['6-4']],
    ['editor', []],
    ['editor', ['6-4']],
    ['editor', ['6-4', '6-5', '6-9']],
    ['reviewer', ['6-4']],
    ['admin', []],
  ]
  test.each(cases)(
    'the list of a %s with fields %j is what the policy lets them state',
    async (role, fields) => {
      const officer = await newOfficer(role, { fields, db: db() })
      const references = await everyReference()
      const items = await readItems(db(), references)
      const allowed = references.filter((one) => {
        const item = items.get(one)
        return item && mayState(officer, item)
      })
      const { items: listed, total } = await whole(officer, { slots: 'all' })
      expect(listed.map(({ reference }) => reference).sort()).toEqual(allowed.sort())
      expect(total).toBe(allowed.length)
    },
  )

  test('somebody whose second factor is missing has nothing in charge', async () => {
    const officer = { ...(await newOfficer('admin')), needsSecondFactor: true } as Officer
    expect((await listItems(officer, { slots: 'all' }, today)).total).toBe(0)
  })
})

describe('the list', () => {
  test('comes in pages without a gap or a repetition, the oldest news first, those never reported leading', async () => {
    const { items, total, pages } = await whole(everything, { slots: 'all' })
    expect(pages).toBeGreaterThan(1)
    expect(new Set(items.map(({ reference }) => reference)).size).toBe(total)
    const days = items.map(({ asOf }) => asOf ?? '')
    expect(days).toEqual([...days].sort())
  })

  test('a page beyond the last gives the last; an empty list has no first', async () => {
    const last = await listItems(everything, { slots: 'all', page: 99 }, today)
    expect(last.page).toBe(last.pages)
    expect(last.items.length).toBeGreaterThan(0)
    const none = await listItems(everything, { q: 'nosuchword' }, today)
    expect(none).toMatchObject({ items: [], total: 0, from: 0, page: 1, pages: 1 })
  })

  test('the newest first is the same list the other way, but for those of one day', async () => {
    const newest = await whole(everything, { sort: 'newest' })
    const days = newest.items.map(({ asOf }) => asOf ?? '')
    expect(days).toEqual([...days].sort().reverse())
    const oldest = await whole(everything)
    expect(newest.items.map(({ reference }) => reference).sort()).toEqual(
      oldest.items.map(({ reference }) => reference).sort(),
    )
  })

  test('each filter gives as many items as was said beside it, and only such', async () => {
    const { counts } = await listItems(everything, {}, today)
    for (const { value, count } of counts.state) {
      const list = await whole(everything, { state: value })
      expect([value, list.total]).toEqual([value, count])
      expect(list.items.every(({ state }) => state === value)).toBe(true)
    }
    for (const { value, count } of counts.field) {
      expect((await whole(everything, { field: value })).total).toBe(count)
    }
    for (const kind of ['project', 'document'] as const) {
      const list = await whole(everything, { kind })
      expect(list.total).toBe(counts.kind[kind])
      expect(list.items.every((item) => item.kind === kind)).toBe(true)
    }
    expect((await whole(everything, { news: 'none' })).total).toBe(counts.news.none)
    const slots = await whole(everything, { slots: 'only' })
    expect(slots.total).toBe(counts.slots.only)
    expect(slots.items.every(({ itemised }) => !itemised)).toBe(true)
    expect(slots.total).toBeGreaterThan(0)
  })

  test('finds words in either script, within the other filters', async () => {
    const found = await whole(everything, { q: '卫生', kind: 'project' })
    const inTraditional = await whole(everything, { q: '衛生', kind: 'project' })
    expect(found.total).toBeGreaterThan(0)
    expect(found.items).toEqual(inTraditional.items)
  })

  test('a field that is not the officer’s gives nothing, and is not offered', async () => {
    const officer = await newOfficer('editor', { fields: ['6-4'], db: db() })
    const list = await listItems(officer, { field: '6-14' }, today)
    expect(list.total).toBe(0)
    const offered = (await listItems(officer, {}, today)).counts.field
    expect(offered.map(({ value }) => value)).toContain('6-4')
    const documentFields = await db().document.findMany({
      where: { fields: { some: { reference: '6-4' } } },
      include: { fields: true },
    })
    const theirs = new Set([
      '6-4',
      ...documentFields.flatMap(({ fields }) => fields.map((field) => field.reference)),
    ])
    expect(offered.every(({ value }) => theirs.has(value))).toBe(true)
  })
})

describe('what needs attention', () => {
  test('without news is what the page of the item calls so, unless its state is settled', async () => {
    const projects = await db().project.findMany({
      where: { itemised: true },
      include: { conference: true, developments: true },
    })
    const documents = await db().document.findMany({
      where: { itemised: true },
      include: { conference: true },
    })
    const iso = (day: Date) => day.toISOString().slice(0, 10)
    const silent = [
      ...projects.map((row) => ({ ...row, news: row.developments })),
      ...documents.map((row) => ({ ...row, news: [] as { date: Date }[] })),
    ]
      .filter(({ state, stateAsOf, conference, news }) => {
        const latest = [stateAsOf, conference?.heldOn ?? null, ...news.map(({ date }) => date)]
          .flatMap((day) => (day ? [iso(day)] : []))
          .sort()
          .at(-1)
        return !settledStates.includes(state) && isWithoutNews(latest ?? null, today)
      })
      .map(({ reference }) => reference)
    const listed = await whole(everything, { news: 'none' })
    expect(listed.items.map(({ reference }) => reference).sort()).toEqual(silent.sort())
    const first = await listQuietItems(everything, today, { take: 3, apartFrom: [silent[0] ?? ''] })
    expect(first.quietTotal).toBe(silent.length - 1)
    expect(first.quiet.length).toBe(Math.min(3, silent.length - 1))
    expect(first.quiet.map(({ reference }) => reference)).not.toContain(silent[0])
  })

  test('a text whose original has changed is found, and no other', async () => {
    const staleNow = async () => {
      const rows = [
        ...(await db().project.findMany({ include: { texts: true } })),
        ...(await db().document.findMany({ include: { texts: true } })),
      ]
      return rows
        .filter(({ texts }) =>
          Object.values(textsByPart(texts)).some(
            (text) => text && languages.some((language) => isStale(text, language)),
          ),
        )
        .map(({ reference }) => reference)
        .sort()
    }
    const listed = async () =>
      (await whole(everything, { texts: 'stale', slots: 'all' })).items
        .map(({ reference, hasStaleText }) => (hasStaleText ? reference : ''))
        .sort()
    expect(await listed()).toEqual(await staleNow())
    await db().text.updateMany({
      where: { project: { reference: '6-4.2' }, derivedFromHash: null },
      data: { body: '改過的原文。' },
    })
    await db().text.updateMany({
      where: { document: { reference: '6-d01' }, derivedFromHash: null },
      data: { body: '改过的原文。' },
    })
    const stale = await staleNow()
    expect(stale).toContain('6-4.2')
    expect(await listed()).toEqual(stale)
    const officer = await newOfficer('editor', { fields: ['6-4'], db: db() })
    const { stale: mine } = await listQuietItems(officer, today, { take: 50 })
    const items = await readItems(db(), stale)
    expect(mine.map(({ reference }) => reference).sort()).toEqual(
      stale.filter((one) => mayState(officer, items.get(one) ?? { fields: [] })),
    )
  })
})

test('the register is found by its words in either script, and says what an officer may do', async () => {
  const finance = await newOfficer('editor', { fields: ['6-4'], db: db() })
  const list = (asked: object) =>
    listRegister(finance, { kind: undefined, show: undefined, q: '', page: 1, ...asked })
  const found = await list({ q: '金融市场' })
  const same = await list({ q: '金融市場' })
  expect(found.total).toBeGreaterThan(0)
  expect(found.entries).toEqual(same.entries)
  const slots = await list({ show: 'slots', kind: 'project' })
  expect(slots.entries.every(({ isSlot, mayEdit }) => isSlot && mayEdit)).toBe(true)
  expect(slots.total).toBe(await db().project.count({ where: { itemised: false } }))
  const projects = await list({ kind: 'project' })
  const mayEdit = (reference: string) =>
    projects.entries.find((entry) => entry.reference === reference)?.mayEdit
  expect([mayEdit('6-4.1'), mayEdit('6-5.1')]).toEqual([true, false])
  const all = await list({ kind: 'all' })
  expect(all.total).toBe(Object.values(all.counts).reduce((sum, count) => sum + count, 0))
  expect(editableKinds.every((kind) => all.counts[kind] > 0)).toBe(true)
  expect((await list({ kind: 'all', page: 2 })).from).toBe(101)
})
