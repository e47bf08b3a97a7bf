import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seedOfRun } from '@/cli/test-seed.mjs'
import {
  countCorrectionsOfTexts,
  listChanges,
} from '@/features/register/history/queries/list-changes'
import { correctionsIn } from '@/features/register/log/model'
import { latestRevisions, listRevisions } from '@/features/register/log/queries/revisions'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

type Side = { texts: Record<string, Record<string, { origin: string; body: string }>> }

/** The rule again, apart from the database's: texts differ and nothing else, nor a printed one. */
function onlyTexts(before: Side | null, after: Side): boolean {
  if (!before) return false
  const others = ({ texts: _, ...rest }: Side) => rest
  const printed = ({ texts }: Side) =>
    Object.entries(texts).flatMap(([part, passage]) =>
      Object.entries(passage)
        .filter(([, { origin }]) => origin === 'as_printed')
        .map(([language, { body }]) => `${part} ${language} ${body}`),
    )
  const isSame = (of: (side: Side) => unknown) => isDeepStrictEqual(of(before), of(after))
  return isSame(others) && isSame((side) => printed(side).sort())
}

test('of every entry of the log, the database says whether it changes texts alone', async () => {
  const rows = await db().revision.findMany()
  const [wrong, alone] = [
    rows.filter(
      (row) =>
        row.textsAlone !== onlyTexts(row.before as Side | null, row.after as unknown as Side),
    ),
    rows.filter(({ textsAlone }) => textsAlone),
  ]
  expect(wrong.map(({ number }) => number)).toEqual([])
  expect(alone.length).toBeGreaterThan(50)
})

const text = fc.record({
  origin: fc.constantFrom('as_printed', 'editorial', 'script_conversion'),
  body: fc.constantFrom('甲', '乙', ''),
})
const side = fc.record(
  {
    texts: fc.dictionary(
      fc.constantFrom('title', 'text'),
      fc.dictionary(fc.constantFrom('zh-Hant', 'en'), text, { maxKeys: 2 }),
      { maxKeys: 2 },
    ),
    state: fc.constantFrom('in_progress', 'completed', null),
    statement: fc.constantFrom(
      null,
      { texts: { note: { en: { body: 'A note.' } } } },
      { texts: { note: { en: { body: 'Another.' } } } },
    ),
  },
  { requiredKeys: ['texts'] },
)

test('so it does of any two sides', async () => {
  const pairs = fc.sample(fc.tuple(fc.option(side), side), { numRuns: 300, seed: seedOfRun() })
  // The same side with one text of it changed, since two drawn at random seldom have all else alike.
  const near = pairs.map(([, after]) => {
    const changed = structuredClone(after)
    for (const one of Object.values(changed.texts.title ?? {})) one.body += '改'
    return [after, changed] as const
  })
  const all = [...pairs, ...near]
  const told = await db().$queryRaw<{ alone: boolean }[]>`
    select coalesce("texts_alone"(nullif(pair->0, 'null'), pair->1), false) as alone
    from jsonb_array_elements(${JSON.stringify(all)}::jsonb) with ordinality as listed(pair, place)
    order by place`
  const wrong = all.filter(
    ([before, after], index) =>
      told[index]?.alone !== onlyTexts(before as Side | null, after as Side),
  )
  expect(wrong).toEqual([])
  expect(new Set(told.map(({ alone }) => alone)).size).toBe(2)
})

test('corrections of texts are told together, and what is left out is counted', async () => {
  const { changes, texts } = await latestRevisions(40)
  expect(changes).toHaveLength(40)
  expect(changes.filter((one) => one.correctsTextsAlone)).toEqual([])
  const total = async (filter: Parameters<typeof listChanges>[0]) =>
    (await listChanges(filter, 1)).total
  expect(await countCorrectionsOfTexts({})).toBe(texts?.count)
  expect(await total({ only: 'texts' })).toBe(texts?.count)
  expect(await total({ only: 'texts' })).toBeLessThan(await total({ only: 'corrections' }))
  expect((await total({ only: 'besides_texts' })) + (await total({ only: 'texts' }))).toBe(
    await total({}),
  )
  const ofProjects = { kind: 'project', since: '2026-01-01' } as const
  expect(await countCorrectionsOfTexts(ofProjects)).toBe(
    await total({ ...ofProjects, only: 'texts' }),
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
