import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seedOfRun } from '@/cli/test-seed.mjs'
import {
  countCorrectionsOfWording,
  listChanges,
} from '@/features/register/history/queries/list-changes'
import { correctionsIn } from '@/features/register/log/model'
import { latestRevisions, listRevisions } from '@/features/register/log/queries/revisions'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

type Side = {
  kind?: unknown
  publisher?: unknown
  texts: Record<string, Record<string, { origin: string; body: string }>>
}

const figures = (body: string) =>
  (body.match(/[0-9二三四五六七八九十百千萬万億亿]+/g) ?? []).join(' ')

/** The rule again, apart from the database's: what differs is a text that is not printed, or what its kind of subject adds. */
function ofWording(subjectKind: string, before: Side | null, after: Side): boolean {
  if (!before) return false
  const others = ({ texts: _, kind, publisher, ...rest }: Side) => ({
    ...rest,
    kind: subjectKind === 'development' ? null : kind,
    publisher: subjectKind === 'source' ? null : publisher,
  })
  const printed = ({ texts }: Side) =>
    Object.entries(texts).flatMap(([part, passage]) =>
      Object.entries(passage)
        .filter(([, { origin }]) => origin === 'as_printed')
        .map(([language, { body }]) => `${part} ${language} ${body}`),
    )
  const isSame = (of: (side: Side) => unknown) => isDeepStrictEqual(of(before), of(after))
  const keepsFigures = Object.entries(before.texts).every(([part, passage]) =>
    Object.entries(passage).every(([language, { body }]) => {
      const now = after.texts[part]?.[language]
      return !now || figures(now.body) === figures(body)
    }),
  )
  return isSame(others) && isSame((side) => printed(side).sort()) && keepsFigures
}

test('of every entry of the log, the database says whether it changes wording alone', async () => {
  const rows = await db().revision.findMany()
  const [wrong, alone] = [
    rows.filter(
      (row) =>
        row.ofWording !==
        ofWording(row.subjectKind, row.before as Side | null, row.after as unknown as Side),
    ),
    rows.filter(({ ofWording }) => ofWording),
  ]
  expect(wrong.map(({ number }) => number)).toEqual([])
  expect(alone.length).toBeGreaterThan(50)
})

const text = fc.record({
  origin: fc.constantFrom('as_printed', 'editorial', 'script_conversion'),
  body: fc.constantFrom('甲', '乙', '', '甲310人', '乙310人', '乙301人', '十二'),
})
const side = fc.record(
  {
    texts: fc.dictionary(
      fc.constantFrom('title', 'text'),
      fc.dictionary(fc.constantFrom('zh-Hant', 'en'), text, { maxKeys: 2 }),
      { maxKeys: 2 },
    ),
    state: fc.constantFrom('in_progress', 'completed', null),
    kind: fc.constantFrom('event', 'report'),
    publisher: fc.constantFrom('香港01', 'HK01'),
    statement: fc.constantFrom(
      null,
      { texts: { note: { en: { body: 'A note.' } } } },
      { texts: { note: { en: { body: 'Another.' } } } },
    ),
  },
  { requiredKeys: ['texts'] },
)

test('so it does of any two sides', async () => {
  const subjects = fc.constantFrom('development', 'document', 'source')
  const pairs = fc.sample(fc.tuple(fc.option(side), side, subjects), {
    numRuns: 300,
    seed: seedOfRun(),
  })
  // The same side with its title or its kind changed, since two drawn at random seldom have all else alike.
  const near = pairs.map(([, after, subject]) => {
    const changed = structuredClone(after)
    const titles = Object.values(changed.texts.title ?? {})
    if (titles.length === 0) changed.kind = 'event'
    for (const one of titles) one.body += '改'
    return [after, changed, subject] as const
  })
  const all = [...pairs, ...near]
  const told = await db().$queryRaw<{ alone: boolean }[]>`
    select coalesce(
      "of_wording"((pair->>2)::"SubjectKind", nullif(pair->0, 'null'), pair->1), false) as alone
    from jsonb_array_elements(${JSON.stringify(all)}::jsonb) with ordinality as listed(pair, place)
    order by place`
  const wrong = all.filter(
    ([before, after, subject], index) =>
      told[index]?.alone !== ofWording(subject, before as Side | null, after as Side),
  )
  expect(wrong).toEqual([])
  expect(new Set(told.map(({ alone }) => alone)).size).toBe(2)
})

test('corrections of wording are told together, and what is left out is counted', async () => {
  const { changes, wording } = await latestRevisions(40)
  expect(changes).toHaveLength(40)
  expect(changes.filter((one) => one.correctsWording)).toEqual([])
  const total = async (filter: Parameters<typeof listChanges>[0]) =>
    (await listChanges(filter, 1)).total
  expect(await countCorrectionsOfWording({})).toBe(wording?.count)
  expect(await total({ only: 'wording' })).toBe(wording?.count)
  expect(await total({ only: 'wording' })).toBeLessThan(await total({ only: 'corrections' }))
  expect((await total({ only: 'besides_wording' })) + (await total({ only: 'wording' }))).toBe(
    await total({}),
  )
  const ofProjects = { kind: 'project', since: '2026-01-01' } as const
  expect(await countCorrectionsOfWording(ofProjects)).toBe(
    await total({ ...ofProjects, only: 'wording' }),
  )
})

test('the notice on top of an item tells what else was corrected', async () => {
  const revisions = await listRevisions({ kind: 'project', reference: '6-4.2' })
  const { recent } = correctionsIn(revisions, new Date().toISOString())
  const corrections = revisions.filter(({ corrects }) => corrects !== null)
  expect(recent.length).toBeGreaterThan(0)
  expect(recent.length).toBeLessThan(corrections.length)
  expect(recent.every(({ changes }) => changes.some(({ path }) => !path.startsWith('texts')))).toBe(
    true,
  )
})
